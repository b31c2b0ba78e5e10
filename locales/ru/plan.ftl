# Причины плана: для клиента и (-pro) для специалиста.

plan-grit-start = { $zone }: начинаем с самой мелкой насадки для этого места.
plan-grit-start-pro = { $zone }: начальное зерно сетки для этой зоны.
plan-grit-stepped-up = { $zone }: кожа уже знакома с процедурой, можно перейти к насадке чуть крупнее.
plan-grit-stepped-up-pro = { $zone }: процедура { $nth } для этой зоны, более крупное зерно сетки, если после прошлого визита кожа хорошо зажила.
plan-grit-stays = Насадка остаётся такой же мелкой, как вначале. Причина: { $statements }.
plan-grit-stays-pro = Зерно не укрупняем, пока нужно меньше шлифовки: { $statements }.
plan-grit-goal = Для вашей цели ({ $goal }) нужна мелкая насадка, а не крупная.
plan-grit-goal-pro = Самое крупное зерно для цели: { $goal }.
plan-grit-limit = Насадка не крупнее этой. Причина: { $statement }.
plan-grit-limit-pro = Зерно ограничено правилом: { $statement }.
plan-passes-zone = { $zone }: столько лёгких проходов достаточно; больше в исследовании пользы не дали.
plan-passes-zone-pro = { $zone }: начальное число проходов сетки; в ходе курса не растёт.
plan-passes-factor = Проходов меньше. Причина: { $statements }.
plan-passes-factor-pro = Проходы умножены на коэффициент шлифовки: { $statements }.
plan-passes-first-visit = Первый визит мягче остальных: смотрим, как отвечает ваша кожа.
plan-passes-first-visit-pro = Первый визит: { $share } обычной дозы, округлено до целых проходов.
plan-passes-device = Производитель ({ $device }) больше проходов не допускает.
plan-passes-device-pro = Ограничено инструкцией: { $device }.
plan-passes-limit = Проходов не больше. Причина: { $statement }.
plan-passes-limit-pro = Проходы ограничены правилом: { $statement }.
plan-passes-removal = Больше проходов сняли бы слишком много защитного слоя.
plan-passes-removal-pro = Проходы держат долю снятого рогового слоя ниже { $share }, считая по наибольшей заявленной доле за проход.
plan-passes-removal-limit = Наружного слоя снимаем меньше. Причина: { $statement }.
plan-passes-removal-limit-pro = Доля рогового слоя ограничена правилом: { $statement }.
plan-vacuum-start = { $zone }: начинаем с самого слабого вакуума для этого места.
plan-vacuum-start-pro = { $zone }: нижний край сетки.
plan-vacuum-stepped-up = { $zone }: вакуум немного растёт от визита к визиту, пока кожа переносит его хорошо.
plan-vacuum-stepped-up-pro = { $zone }: процедура { $nth }, на шаг выше в нижней половине диапазона; при петехиях или стойкой красноте вернуться на шаг.
plan-vacuum-factor = Вакуум слабее. Причина: { $statements }.
plan-vacuum-factor-pro = Вакуум умножен на сосудистый коэффициент: { $statements }.
plan-vacuum-ceiling = Сильнее вакуум не применяем никогда.
plan-vacuum-ceiling-pro = Жёсткий потолок вакуума для всех зон.
plan-vacuum-device = { $device }: сильнее этот аппарат не даёт.
plan-vacuum-device-pro = Наибольший вакуум аппарата: { $device }.
plan-vacuum-limit = Вакуум не сильнее этого. Причина: { $statement }.
plan-vacuum-limit-pro = Вакуум ограничен правилом: { $statement }.
plan-tip-grit-unknown = { $device }: производитель не указывает зернистость насадок. Узнайте её до визита, а пока берите самую мелкую.
plan-dial-unknown = { $device }: никто не измерил, что значит шкала этого аппарата. Измерьте вакуум с закрытой насадкой до визита.
plan-no-tip-fine-enough = { $zone }: у этого аппарата нет достаточно мелкой насадки.
plan-no-tip-fine-enough-pro = { $zone }: все насадки аппарата крупнее допустимого.
plan-device-too-strong = { $zone }: этот аппарат нельзя настроить достаточно мягко.
plan-device-too-strong-pro = { $zone }: самая слабая настройка аппарата выше допустимой.
plan-interval-usual = { $days ->
    [one] За { $days } день кожа восстанавливает барьер; более частые визиты пользы не дали.
    [few] За { $days } дня кожа восстанавливает барьер; более частые визиты пользы не дали.
   [many] За { $days } дней кожа восстанавливает барьер; более частые визиты пользы не дали.
   *[other] За { $days } дня кожа восстанавливает барьер; более частые визиты пользы не дали.
}
plan-interval-usual-pro = Обычный интервал: единственное небольшое сравнение половин лица за { $days } дн. против недели.
plan-interval-wished = Вы просили { $days } дн.; больше отдыха не вредит.
plan-interval-wished-pro = Интервал по желанию: { $days } дн.
plan-interval-sooner = Ваши визиты настолько лёгкие, что достаточно { $days } дн.
plan-interval-sooner-pro = Сокращено по желанию до { $days } дн.: малое снятие во всех зонах и возраст ниже границы.
plan-interval-not-sooner = Чаще — не лучше, а коже тяжелее, поэтому остаётся { $days } дн.
plan-interval-not-sooner-pro = Просили чаще; доля снятия или возраст (либо он неизвестен) оставляют { $days } дн.
plan-interval-device = Такой перерыв требует производитель: { $device }.
plan-interval-device-pro = Ограничено инструкцией: { $device }.
plan-interval-zone = { $zone }: этому месту нужен более долгий отдых.
plan-interval-zone-pro = { $zone }: перерыв по сетке этой зоны.
plan-interval-limit = Перерыв дольше. Причина: { $statement }.
plan-interval-limit-pro = Интервал ограничен правилом: { $statement }.
plan-visits-usual = { $visits ->
    [one] { $visits } визит, затем вместе решаем, продолжать ли.
    [few] { $visits } визита, затем вместе решаем, продолжать ли.
   [many] { $visits } визитов, затем вместе решаем, продолжать ли.
   *[other] { $visits } визита, затем вместе решаем, продолжать ли.
}
plan-visits-usual-pro = По умолчанию { $visits }, затем оценка.
plan-visits-goal = { $goal }: в исследованиях понадобилось { $low }–{ $high } визитов; планируем { $visits } и смотрим.
plan-visits-goal-pro = { $goal }: диапазон { $low }–{ $high }; запланировано { $visits }, затем оценка.
plan-review-early = После визита { $visit } сравниваем фотографии: если изменений не видно, цель пересматриваем, а не шлифуем сильнее.
plan-review-early-pro = Оценка после визита { $visit }: без изменений пересмотреть цель, не усиливать.
plan-review-last = После визита { $visit } вместе решаем, нужно ли продолжать.
plan-review-last-pro = Оценка после визита { $visit }, не раньше чем через семь дней.
plan-keep-result = Кожа отдыхает { $earliest }–{ $latest } дн., затем { $visits }–{ $most } одиночных визита поддерживают результат.
plan-keep-result-pro = Поддержка раз в { $earliest }–{ $latest } дн., { $visits }–{ $most } раза, затем остановиться и оценить.
plan-prepare = { $protocol }
plan-prepare-pro = { $protocol }
plan-day-open = Этому дню, насколько известно, ничто не мешает.
plan-day-open-pro = Первый открытый день: известных запретов нет.
plan-day-after-wait = Первый день, когда это уже не мешает: { $statement }.
plan-day-after-wait-pro = { $day }: первый день после срока ожидания. Причина: { $statement }.
plan-day-after-rest = { $days ->
    [one] { $days } день отдыха после предыдущего визита.
    [few] { $days } дня отдыха после предыдущего визита.
   [many] { $days } дней отдыха после предыдущего визита.
   *[other] { $days } дня отдыха после предыдущего визита.
}
plan-day-after-rest-pro = Самый ранний день после интервала в { $days } дн.
plan-day-after-test-spot = { $days ->
    [one] Через { $days } день после пробы на малом участке, если кожа осталась спокойной.
    [few] Через { $days } дня после пробы на малом участке, если кожа осталась спокойной.
   [many] Через { $days } дней после пробы на малом участке, если кожа осталась спокойной.
   *[other] Через { $days } дня после пробы на малом участке, если кожа осталась спокойной.
}
plan-day-after-test-spot-pro = Пробу на малом участке оценить через { $days } дн.; любой след откладывает курс.
plan-day-moved = Первый свободный день. { $why }
plan-day-moved-pro = Самый ранний открытый день. { $why }
plan-day-blocked = До этого дня мешает: { $statement }.
plan-day-blocked-pro = До этого закрыто правилом: { $statement }.
plan-away = До этого вы в отъезде.
plan-away-pro = До этого клиент в отъезде.
plan-weekday = Предыдущие дни не подходят вам по дням недели.
plan-weekday-pro = Дни недели по желанию клиента.
plan-before-event = В сам день ({ $event }, { $day }) кожа должна быть спокойной: за { $days } дн. до него визитов нет.
plan-before-event-pro = { $event }, { $day }: краснота и шелушение проходят до { $days } дн.
plan-first-before-event = За { $days } дн. до важного дня ({ $event }, { $day }) курс не начинаем: реакция вашей кожи ещё неизвестна.
plan-first-before-event-pro = { $event }, { $day }: первый визит не ближе { $days } дн. до события.
plan-event-fits = Весь курс помещается до события ({ $event }, { $day }); { $last } — последний возможный день визита.
plan-event-fits-pro = { $event }, { $day }: помещаются { $visits } из { $wanted } визитов, запас { $days } дн.
plan-event-partly = До события ({ $event }, { $day }) помещаются { $visits } из { $wanted } визитов, остальные после него. К этому дню результат будет неполным.
plan-event-partly-pro = { $event }, { $day }: до { $last } помещаются { $visits } из { $wanted } визитов, запас { $days } дн. Интервал не сокращать.
plan-event-too-soon = До события ({ $event }, { $day }) визит не успеть: начните после него.
plan-event-too-soon-pro = { $event }, { $day }: до { $last } не помещается ни один из { $wanted } визитов (запас { $days } дн., размещено { $visits }).
plan-sun-usual = Ежедневная защита SPF { $factor } бережёт от тёмных пятен.
plan-sun-usual-pro = SPF { $factor } весь курс и четыре недели после.
plan-sun-limit = Защита SPF { $factor } и выше. Причина: { $statement }.
plan-sun-limit-pro = SPF по правилу: { $statement } ({ $factor }).
plan-modality-chosen = { $modality } подходит для ваших целей: { $goals }.
plan-modality-chosen-pro = { $modality }: метод плана, подходит для: { $goals }.
plan-modality-usual = { $modality } — метод, который мы планируем.
plan-modality-usual-pro = { $modality }: метод плана.
plan-modality-excluded = { $modality }: вам не подходит. Причина: { $statement }.
plan-modality-excluded-pro = { $modality }: исключено правилом: { $statement }.
plan-modality-better-for = { $modality }: для ваших целей ({ $goals }) может дать больше, но в руках врача. Спросите у него, если для вас это главное.
plan-modality-better-for-pro = { $modality }: для целей ({ $goals }) лучше; предложить направление.
plan-modality-loose-particles = { $modality }: свободные частицы можно вдохнуть, они попадают в глаза, а большей пользы не показано.
plan-modality-loose-particles-pro = { $modality }: пыль, риск для глаз и гранулёмы; прямых сравнений с большим эффектом нет.
plan-modality-deeper = { $modality }: действует глубже, чем вам нужно, заживает дольше; это работа врача.
plan-modality-deeper-pro = { $modality }: глубина до дермы, медицинский кабинет; только для сравнения.
plan-modality-compared = { $modality }: возможный другой путь; проверенных настроек у нас нет, поэтому только сравниваем.
plan-modality-compared-pro = { $modality }: настроек в базе нет; только для сравнения.
plan-goal-assumed = Цель вы не назвали, поэтому план — для той, где метод помогает лучше всего: { $goal }.
plan-zones-assumed = Зоны вы не назвали, поэтому план для зон: { $zones }.
plan-goal-no-evidence = { $goal }: доказательств, что метод помогает, мы не нашли и ничего не обещаем.
plan-goal-no-evidence-pro = { $goal }: доказательств нет, обещать нельзя.
plan-goal-excluded = { $goal }: не планируем. Причина: { $statement }.
plan-goal-excluded-pro = { $goal }: исключено правилом: { $statement }.
plan-goal-medical = { $goal }: это делают в клинике под наблюдением врача.
plan-goal-medical-pro = { $goal }: только медицинский кабинет.
plan-goal-elsewhere = { $goal }: для этого подходит другой метод.
plan-goal-elsewhere-pro = { $goal }: среди планируемых методов подходящего нет.
plan-goal-other-zone = { $goal }: не для названных зон; это обрабатывают здесь: { $zones }.
plan-goal-other-zone-pro = { $goal }: не для выбранных зон; подходит: { $zones }.
plan-zone-excluded = { $zone }: не обрабатываем. Причина: { $statement }.
plan-zone-excluded-pro = { $zone }: исключено правилом: { $statement }.
plan-zone-medical = { $zone }: только в клинике под наблюдением врача.
plan-zone-medical-pro = { $zone }: только медицинский кабинет.
plan-zone-blocked = { $zone }: не обрабатываем. Причина: { $statement }.
plan-zone-blocked-pro = { $zone }: закрыто правилом: { $statement }.
plan-zone-later = { $zone }: присоединится позже. Причина: { $statement }.
plan-zone-later-pro = { $zone }: откроется, когда пройдёт: { $statement }.
plan-blocked = Против этого говорит: { $statement }.
plan-blocked-pro = Закрыто правилом: { $statement }.
plan-no-day = За два года не нашлось дня, который подошёл бы вместе с вашим календарём.
plan-no-day-pro = Открытого дня в горизонте нет: проверьте отъезды, дни недели и поездки на солнце.
plan-come-back-on = { $day } приходите снова.
plan-come-back-when-over = Приходите, когда это пройдёт: { $statements }.
plan-come-back-if-changed = Сейчас ответ «нет»: { $statements }. Менять назначения врача ради этого не нужно; скажите нам, когда обстоятельства станут другими.
plan-come-back-with-clearance = Приходите с письменным заключением врача.
plan-come-back-other-goal = Приходите с другой целью или спросите об этой у дерматолога.
plan-come-back-other-zone = Выберите другую зону, и мы составим план заново.
plan-come-back-other-days = Измените дни или отъезды, и мы составим план заново.
plan-come-back-other-method = Ни один из методов, которые мы планируем, вам сейчас не подходит.
plan-asked-again = Перед каждым визитом вопросы зададут снова: день в плане — предложение, а не разрешение.
plan-adapts = Следующий визит зависит от реакции на прошлый: после стойкой красноты или следов он мягче или позже.
plan-fewer-days = За два года день нашёлся только для { $visits } из { $wanted } визитов.
plan-expect-none = { $goal }: обещать нечего.
plan-expect-none-pro = { $goal }: эффекта, о котором можно говорить, нет.
plan-expect-small = { $goal }: в лучшем случае небольшие изменения.
plan-expect-small-pro = { $goal }: эффект небольшой; ожидания занизить.
plan-expect-mild = { $goal }: умеренные изменения, заметные через недели.
plan-expect-mild-pro = { $goal }: в исследованиях эффект умеренный.
plan-expect-good = { $goal }: хорошие шансы на заметные изменения, которые нужно поддерживать.
plan-expect-good-pro = { $goal }: лучше всего подтверждённый, но недолгий эффект.
plan-expect-conflicting = { $goal }: исследования расходятся, поэтому ничего не обещаем.
plan-expect-conflicting-pro = { $goal }: исследования противоречат друг другу; не обещать.
