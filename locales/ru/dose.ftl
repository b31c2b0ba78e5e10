# Модель дозы: причины, границы, следующий визит и вывод команды dose.

plan-passes-model-aim = Ещё проход — и, вероятно, снялось бы больше наружного слоя, чем нужно.
plan-passes-model-aim-pro = Середина полосы модели — не выше { $share } рогового слоя.
plan-passes-model-ceiling = Ещё один проход мог бы снять слишком много защитного слоя.
plan-passes-model-ceiling-pro = Верхний край полосы модели — не выше { $share } рогового слоя.
plan-passes-model-limit = Снимаем меньше наружного слоя, причина: { $statement }.
plan-passes-model-limit-pro = Середину полосы модели ограничивает правило: { $statement }.
plan-held-by-model = Оставлено как было: по модели дозы шаг вверх стоил бы одного прохода.
plan-zone-too-delicate = { $zone }: даже один мягкий проход мог бы снять здесь слишком много, поэтому это место не обрабатываем.
plan-zone-too-delicate-pro = { $zone }: по модели дозы даже один проход мелкой насадкой при самом мягком вакууме выходит за границу.
plan-interval-repair = { $zone }: барьер кожи восстанавливается примерно за { $middle } дн., самое позднее за { $latest }; для надёжности ждём { $days } дн.
plan-interval-repair-pro = { $zone }: восстановление на 95 % по модели дозы за { $soonest }–{ $latest } дн. (середина { $middle }); интервал — осторожный край, { $days } дн.
plan-repair-curve = По модели самая медленная зона ({ $zone }) восстанавливает барьер за { $soonest }–{ $latest } дн.; выдерживаем не меньше { $days } дн.
plan-repair-curve-pro = Самая медленная зона по модели дозы: { $zone }, восстановление на 95 % за { $soonest }–{ $latest } дн. (середина { $middle }); интервал не короче { $days } дн.

dose-plan-heading = Что, вероятно, сделают эти настройки
dose-column-removed = снимется рогового слоя, %
dose-column-margin = запас до { $share } %, пунктов
dose-column-vessels = нагрузка на сосуды, %
dose-column-ready = барьер вернётся, дней
dose-band = { $middle } ({ $low }–{ $high })
dose-band-plain = { $low }–{ $high }

dose-what-grit = Зерно
dose-what-vacuum = Вакуум
dose-what-passes = Проходы
dose-over-zone = { $what }: { $value }; сетка этой зоны ({ $zone }) кончается на { $most }.
dose-over-limit = { $what }: { $value }; не больше { $most }, причина: { $statement }.
dose-over-goal = { $what }: { $value }; не больше { $most } для цели: { $goal }.
dose-over-device = { $what }: { $value }; { $device } допускает не больше { $most }.
dose-over-ceiling = { $what }: { $value }; никогда не больше { $most }, ни в одной зоне.
dose-over-aim = Вероятно, снимется { $value } % рогового слоя; цель — не больше { $most } %.
dose-over-edge = Может сняться до { $value } % рогового слоя; потолок — { $most } %.
dose-over-removed = Вероятно, снимется { $value } % рогового слоя; не больше { $most } %, причина: { $statement }.
dose-stationary = При такой скорости насадка может задержаться над одним местом на { $seconds } с и дольше: вместо шлифовки — пузыри и нагрузка на сосуды. Здесь модель молчит.
dose-blocked = Обрабатывать нельзя совсем: { $statement }.
dose-may-nobody = Отменить это не может никто.
dose-may-professional = Специалист может отступить, указав причину.
dose-may-physician = Врач может отступить, указав причину.

dose-next-step-up = Кожа хорошо перенесла прошлый визит: можно сделать шаг дальше.
dose-next-step-up-pro = Реакция в пределах нормы: по плану.
dose-next-repeat = После прошлого визита коже понадобилось время: в следующий раз — столько же, не больше.
dose-next-repeat-pro = Признак выше первой границы или не записан: повторить прошлые настройки.
dose-next-step-back = Кожа ответила сильно: в следующий раз сделаем меньше.
dose-next-step-back-pro = Признак выше второй границы: вакуум — { $share } от прошлого, на проход меньше, насадка мельче.
dose-next-pause = Кожа ответила слишком сильно: сначала её осмотрят.
dose-next-pause-pro = Признак выше последней границы: до осмотра не обрабатывать.

dose-title = Доза: { $zone }
dose-inside = в пределах допустимого
dose-stopped = стоп
dose-overridden = с отступлением
dose-inside-text = Ничто здесь не выходит за допустимое для этой зоны.
dose-stopped-text = Эти настройки выходят за допустимое. Причины:
dose-overridden-text = Эти настройки выходят за допустимое, от правила отступили: { $reason }
dose-next = После реакции на эти настройки
dose-next-settings = Следующий визит: зерно { $grit } мкм, вакуум { $vacuum } кПа, { $passes ->
    [one] { $passes } проход
    [few] { $passes } прохода
    [many] { $passes } проходов
   *[other] { $passes } прохода
}.
dose-settings = Настройки
dose-setting = настройка
dose-asked = запрошено
dose-start = начать с
dose-most = не больше
dose-grit = зерно, мкм
dose-vacuum = вакуум, кПа
dose-passes = проходы
dose-pace = скорость насадки, см/с
dose-usual-pace = обычная
dose-unset = —
dose-why-most = Чем они ограничены
dose-effect = Что они, вероятно, сделают
dose-removed = рогового слоя снимется (середина { $middle } %)
dose-margin = До потолка { $share } % от верхнего края остаётся { $points } п. п.
dose-no-margin = Верхний край выше потолка { $share } % на { $points } п. п.
dose-strain = от того, что могут выдержать мелкие сосуды (середина { $middle } %)
dose-marks = В { $share } % возможных случаев модели сосуды могут не выдержать.
dose-ready = дней до восстановления барьера на 95 % (середина { $middle })
dose-next-visit = Следующий визит — не раньше чем через { $days } дн.: осторожный край полосы, но не больше 28.
dose-range = { $low }–{ $high } %
dose-range-days = { $low }–{ $high }
dose-curve-barrier = Барьер после визита
dose-curve-barrier-up = доля барьера
dose-curve-layer = Роговой слой после визита
dose-curve-layer-up = доля толщины
dose-curve-course = Барьер за три визита
dose-days = дни
dose-what-if = Если изменить одну настройку на один шаг
dose-change = изменение
dose-removed-column = снимется, %
dose-vessels-column = сосуды, %
dose-next-column = следующий визит, дней
dose-verdict-column = границы
dose-as-asked = как запрошено
dose-finer = зерно { $value } мкм
dose-weaker = вакуум { $value } кПа
dose-fewer = { $value ->
    [one] { $value } проход
    [few] { $value } прохода
    [many] { $value } проходов
   *[other] { $value } прохода
}
dose-slower = скорость { $value } см/с
dose-not-reviewed = Это предложение: врач его ещё не проверил.
dose-nothing-else = Здесь известно только то, что введено. Чего о коже не сказали, считается самым уязвимым. Сначала — опрос клиента.
dose-dial = на шкале аппарата { $device }: { $reading } { $unit }

dose-validate-title = Модель дозы против опубликованных значений
dose-validate-about = Параметры берутся только из калибровочных строк; проверять могут только отложенные. Отдельная цифра попадает, если лежит в полосе; диапазон — если в нём середина полосы.
dose-fit = Подобрано по калибровочным строкам
dose-fit-row = параметр
dose-fit-found = подобрано
dose-fit-held = в базе знаний
dose-rows = Строки
dose-row = строка
dose-what = что
dose-predicted = предсказано
dose-published = опубликовано
dose-kind = вид
dose-result = итог
dose-kind-calibration = калибровка
dose-kind-held-out = отложенная
dose-kind-identity = тождество
dose-kind-safety = правило безопасности
dose-kind-weak = слабая проверка
dose-kind-species = другой вид
dose-result-hit = попадание
dose-result-partly = частично
dose-result-miss = промах
dose-at-least = ≥ { $value }
dose-at-most = ≤ { $value }
dose-count = Отложенные: попаданий { $hits }, частично { $partly }, промахов { $misses }.
dose-misses = Промахи, названные промахами

cli-dose = показать, что настройки, вероятно, сделают с зоной, насколько это надёжно и допустимо ли
cli-arg-zone = зона тела
cli-arg-grit = размер зерна насадки в микрометрах: 100 или 100um
cli-arg-vacuum = вакуум с единицей: 20kPa или 6inHg; голое число — только вместе с --device
cli-arg-passes = число проходов
cli-arg-pace = скорость насадки в см/с; без неё — обычная, числа для которой не знает никто
cli-arg-age = возраст в годах
cli-arg-skin = normal, dry, sensitive или thin; можно указать несколько раз
cli-arg-phototype = фототип: от i до vi
cli-arg-answer = любой другой ответ, например antiplatelet=present; можно указать несколько раз
cli-arg-dose-device = имя аппарата, чья шкала и насадки имеются в виду
cli-arg-tip = имя насадки этого аппарата вместо --grit
cli-arg-override = причина отступить от границ
cli-arg-override-by = кто отступает: professional или physician
cli-arg-reaction = что записано после визита с этими настройками: redness=30 (часы красноты), flaking=2 (дни шелушения), pain=3 (боль), petechiae=no (петехии); можно указать несколько раз
cli-arg-svg = записать и кривую барьера рисунком
cli-arg-validate = вместо этого сравнить модель с опубликованными значениями
cli-arg-figures = вместе с --validate: записать и все кривые рисунками в эту папку

dose-figure-passes = Сколько снимается с числом проходов
dose-figure-passes-across = проходы: обычные зерно и вакуум, щека, молодая кожа
dose-figure-passes-up = доля рогового слоя
dose-figure-vacuum = Сколько снимается с ростом вакуума
dose-figure-vacuum-across = вакуум, кПа: один обычный проход
dose-figure-vacuum-up = доля рогового слоя
dose-figure-grit = Сколько снимается с ростом зерна
dose-figure-grit-across = зерно, мкм: один обычный проход
dose-figure-grit-up = доля рогового слоя
dose-figure-vessels = Как вакуум нагружает мелкие сосуды
dose-figure-vessels-across = вакуум, кПа: два обычных прохода, крепкие сосуды
dose-figure-vessels-up = доля от того, что они могут выдержать
dose-figure-repair-young = Как молодая рука восстанавливает барьер
dose-figure-repair-young-across = дни после полосок; кружки — опубликованные значения
dose-figure-repair-young-up = восстановленная доля
dose-figure-repair-old = Как старая рука восстанавливает барьер
dose-figure-repair-old-across = дни после полосок; кружки — опубликованные значения
dose-figure-repair-old-up = восстановленная доля
dose-figure-water-loss = Потеря воды после процедуры
dose-figure-water-loss-across = дни после двух обычных проходов по щеке, 45 лет
dose-figure-water-loss-up = во сколько раз больше обычной
dose-figure-layer = Как отрастает роговой слой
dose-figure-layer-across = дни после полного снятия на молодой руке
dose-figure-layer-up = доля толщины
dose-figure-age = Сколько времени нужно барьеру в разном возрасте
dose-figure-age-across = возраст: два обычных прохода по щеке
dose-figure-age-up = дней до восстановления на 95 %
