# Что измерено по фотографиям и сравнение двух съёмок.

outcome-improved = лучше
outcome-worse = хуже
outcome-no-change = в пределах погрешности измерения
outcome-not-comparable = сравнивать нельзя
outcome-too-early = слишком рано
outcome-mixed = что-то лучше, что-то хуже

outcome-why-versions = Измерено разными версиями метода.
outcome-why-unmeasured = Не видно на одной из съёмок.
outcome-why-error-unknown = Погрешность этого показателя здесь никто не измерял.
outcome-why-few = Их слишком мало, чтобы отличить изменение от случайности.
outcome-why-light = Рельеф выглядит иначе, поэтому сравнивать его нельзя: другой свет, мало пикселей или изменилась сама кожа.
outcome-why-veto = Снимки сделаны слишком по-разному.
outcome-why-zone = Здесь снимки не удаётся достаточно точно наложить друг на друга.

photo-quantity-a-spread = разброс a*
photo-quantity-area-share = доля кожи
photo-quantity-contrast = контраст
photo-quantity-count-per-cm2 = количество
photo-quantity-depth-index = показатель глубины
photo-quantity-diameter = диаметр
photo-quantity-excess = над собственной медианой
photo-quantity-ita = угол типа кожи (ITA)
photo-quantity-length-per-cm2 = длина
photo-quantity-melanin-spread = разброс меланина
photo-quantity-shift = относительно всего лица
photo-quantity-volume = площадь × контраст
photo-quantity-white-light = отражённый свет

photo-unit-per-cm2 = на см²
photo-unit-percent = %
photo-unit-mm = мм
photo-unit-mm-per-cm2 = мм на см²
photo-unit-od = OD
photo-unit-od-mm2-per-cm2 = OD·мм² на см²
photo-unit-a = a*
photo-unit-degrees = °
photo-unit-um = мкм
photo-unit-px-per-mm = пикс./мм
photo-unit-hours = ч
photo-unit-kelvin = К

photo-zone-whole = в целом
photo-zone-forehead = лоб
photo-zone-nose = нос
photo-zone-chin = подбородок
photo-zone-cheek = щека
photo-zone-cheek-left = левая щека
photo-zone-cheek-right = правая щека
photo-zone-temple-left = левый висок
photo-zone-temple-right = правый висок
photo-zone-periorbital-left = вокруг левого глаза
photo-zone-periorbital-right = вокруг правого глаза
photo-zone-hands = кисть
photo-zone-back = спина

photo-view-face = лицо спереди
photo-view-left-three-quarter = три четверти слева
photo-view-right-three-quarter = три четверти справа
photo-view-cheek = щека крупным планом
photo-view-forehead = лоб крупным планом
photo-view-nose = нос крупным планом
photo-view-hand = кисть крупным планом
photo-view-back = спина крупным планом

photo-word-unknown = неизвестно
photo-title = Что измерено по снимку
photo-refused = Снимок не подходит
photo-doubtful = Снимок подходит с оговорками
photo-usable = Снимок подходит
photo-gate = Что можно сказать о самом снимке
photo-by-zone = По зонам
photo-drawn = Что найдено
photo-readings = Показатели
photo-col-photo = Снимок
photo-col-zone = Зона
photo-col-measure = Признак
photo-col-quantity = Показатель
photo-col-value = Значение
photo-col-doubts = Сомнения
photo-col-finding = Что проверено
photo-col-limit = Граница
photo-col-word = Оценка
photo-note-own = Сравнивайте эти числа только с другими снимками того же человека, сделанными так же.
photo-note-no-diagnosis = Снимки дают сведения. О процедурах они ничего не решают и врача не заменяют.
photo-method = { $measure }: метод, версия { $version }
photo-method-checked = { $measure }: метод, версия { $version }, проверен на синтетической коже с ITA от { $low }° до { $high }°

comparison-title = До и после
comparison-days = { $days ->
    [0] Оба снимка сделаны в один день: видно то, что вызвано самой процедурой, а не результат.
    [one] Между снимками прошёл { $days } день.
    [few] Между снимками прошло { $days } дня.
    [many] Между снимками прошло { $days } дней.
   *[other] Между снимками прошло { $days } дня.
}
comparison-shots = Снимков до: { $before }, после: { $after }.
comparison-errors-own = Погрешности взяты из вашей собственной калибровки; чего вы повторили слишком мало раз, взято от синтетических людей.
comparison-errors-phantom = Погрешности получены на синтетических людях, а не в вашем кабинете. После собственной калибровки (adamas calibrate) они станут вашими.
comparison-too-early = До { $days }-го дня на коже ещё держится временное действие процедуры. Числа ниже не результат; сделайте снимки заново, начиная с этого дня.
comparison-none = Ни один признак не изменился сильнее, чем это бывает при повторной съёмке.
comparison-nothing = Ни об одном признаке судить нельзя; почему, сказано ниже о каждом.
comparison-judged = Судить можно о признаках: { $judged } из { $all }.
comparison-improved = Лучше: { $measures }.
comparison-worse = Хуже: { $measures }.
comparison-level = Если ничего не менялось, слово «лучше» появится хотя бы раз не более чем в пяти таких отчётах из ста.
comparison-score = Сопоставимость { $score } из 100
comparison-score-doubtful = Сопоставимость { $score } из 100: различия почти слишком велики, поэтому погрешность взята в полтора раза больше
comparison-score-vetoed = Сопоставимость { $score } из 100: сравнивать нельзя
comparison-vetoed = Эти снимки сравнивать нельзя
comparison-vetoed-text = Они сделаны слишком по-разному: { $what }. Ниже сказано, как снять в следующий раз.
comparison-pair = Пара снимков
comparison-slider = Открыть снимок до или после
comparison-alt-before = Снимок до
comparison-alt-after = Снимок после, наложенный на снимок до
comparison-alt-drawing = { $measure }: найденное нарисовано поверх снимка
comparison-before = До
comparison-after = После
comparison-whole = Признаки
comparison-col-change = Изменение
comparison-col-interval = 95 % интервал
comparison-col-mdc = Наименьшее различимое
comparison-zones = По зонам
comparison-zones-how = О зоне судят, только если признак изменился на всей коже: зона показывает, где. Из многих зон одна-две выходят за свою погрешность случайно.
comparison-others = Другие показатели этого признака, без оценки
comparison-left-out = Не учтено
comparison-left-out-zone = { $zone }: { $percent } % зоны
comparison-left-out-why = Там снимки не удалось достаточно точно наложить друг на друга.
comparison-comparability = Можно ли сравнивать снимки
comparison-col-value = Значение
comparison-checklist = Проверка по девяти пунктам
comparison-photos = Снимки
comparison-photo-fine = Замечаний нет.
comparison-dropped = Не использованы
compare-clocks-differ = Часы камер: по ним между съёмками дней { $clocks }, а по --days { $days }; верным считается указанное.
compare-unused = { $name }: снят слишком иначе, чем первый снимок, отличается: { $what }.
comparison-methods = Методы
comparison-method-zones = Зоны по 478 точкам лица.
comparison-digest = { $name }: SHA-256 { $digest }
comparison-interval = от { $low } до { $high }
comparison-note-own = Человека сравнивают только с ним самим. Ни «возраста кожи», ни места среди других людей здесь нет.
comparison-note-drawn = Снимок после сдвинут и растянут под снимок до только для показа; измерен он таким, каким снят.

measuring-progress = Снимки
measuring-failed = Не подошли
measuring-advised-against = Не измерен, причина: { $what }. С ключом --anyway будет измерен.
measuring-page = Записано в { $path }, найденное нарисовано поверх снимка.
measuring-written = { $photos ->
    [one] { $photos } снимок записан в { $path }.
    [few] { $photos } снимка записаны в { $path }.
    [many] { $photos } снимков записано в { $path }.
   *[other] { $photos } снимка записано в { $path }.
}
measuring-written-some = Измерено: { $measured }, не подошло: { $refused }. Записано в { $path }.
calibrate-done = { $people ->
    [one] { $people } человек
    [few] { $people } человека
    [many] { $people } человек
   *[other] { $people } человека
}, { $sittings ->
    [one] { $sittings } съёмка
    [few] { $sittings } съёмки
    [many] { $sittings } съёмок
   *[other] { $sittings } съёмки
}, { $shots ->
    [one] { $shots } снимок
    [few] { $shots } снимка
    [many] { $shots } снимков
   *[other] { $shots } снимка
}: калибровка записана в { $path }.
calibrate-title = Насколько точно измеряют ваши снимки
calibrate-note = Наименьшее изменение, которое отличимо от повторной съёмки, лицо в целом. Оно верно для тех, у кого пор, пятен и прочего примерно столько же, сколько у снятых людей; у кого их меньше, изменение должно быть больше. При трёх снимках за съёмку оно меньше.
calibrate-col-one = Один снимок
calibrate-col-three = Три снимка
calibrate-borrowed = Для некоторых чисел съёмок мало, и не видно, что добавляет новая съёмка: для них это взято из таблицы для синтетических людей.
phantom-written = Записано: { $path }

trend-title = Курс в фотографиях
trend-facts = Съёмок: { $sittings }, с { $first } по { $last }; снимков: { $shots }.
trend-too-early = Между первой и последней съёмкой прошло меньше { $days } дней. На коже ещё держится временное действие процедуры; числа ниже не результат.
trend-none = От первой съёмки до последней ни один признак не изменился сильнее своей погрешности.
trend-nothing = Ни один признак не удалось проследить на трёх съёмках.
trend-col-first = Вначале
trend-col-last = В конце
trend-pictures = Первая и последняя съёмка
trend-slider = Открыть первый снимок или последний
trend-alt = Снимок, { $day }; наложен на первый
trend-first = первый снимок, на него наложены все остальные
trend-charts = Как менялся каждый признак
trend-legend = Кружки — съёмки, каждый показывает среднее по снимкам этого дня. Линия — уровень, за который говорят все съёмки вместе; в 95 курсах из 100 он действительно лежит в полосе.
trend-axis = дней с { $first }
trend-method = Тренд: локальный уровень по всем съёмкам с их погрешностями, метод, версия 1. Числа в начале и в конце взяты с линии, а не с отдельных снимков.
trend-note-early = Снимки, сделанные раньше чем через 14 дней после процедуры, показывают её временное действие: снимайте перед следующей процедурой.
trend-col-person = Человек
trend-written = { $people ->
    [one] { $people } курс записан в { $path }.
    [few] { $people } курса записаны в { $path }.
    [many] { $people } курсов записано в { $path }.
   *[other] { $people } курса записано в { $path }.
}

marker-title = Метки для снимков крупным планом
marker-print = Печатайте в масштабе 100 %, без подгонки под страницу, на матовой бумаге.
marker-check = Измерьте линию внизу: если её длина не такая, как подписано, принтер изменил размер.
marker-cut = Вырежьте по пунктиру. Белая кайма должна остаться: без неё метка не находится.
marker-lay = Положите метку на кожу рядом с нужным местом, в той же плоскости, и снимите их вместе. Для каждого человека берите новую.
marker-ruler = { $mm } мм
marker-number = № { $number }, чёрный квадрат 20 мм
marker-written = Записано: { $path }. Печатайте в масштабе 100 %.
