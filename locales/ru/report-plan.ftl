# Заголовки и фразы печатного плана курса; обоснования — в plan.ftl.

plan-title = План курса
plan-none-title = Курса пока нет
plan-summary = { $visits ->
    [one] { $visits } визит с { $first } по { $last }; между визитами не меньше { $days } дн.
    [few] { $visits } визита с { $first } по { $last }; между визитами не меньше { $days } дн.
    [many] { $visits } визитов с { $first } по { $last }; между визитами не меньше { $days } дн.
   *[other] { $visits } визита с { $first } по { $last }; между визитами не меньше { $days } дн.
}
plan-provisional = План предварительный: записывать на визит нельзя, пока нет ответов на вопросы ниже.
plan-method = Метод
plan-not-chosen = Почему не другой метод
plan-goals = Чего ожидать
plan-evidence = уровень доказательности { $level }
plan-seen-from = Искать изменения имеет смысл не раньше { $day }
plan-needs-physician = Только вместе с лечением у врача.
plan-goals-declined = Что план не обещает
plan-zones-declined = Зоны, которые не обрабатываем
plan-declined-until = До { $day }
plan-instead = Вместо этого: { $instead }.
effect-none = эффекта ждать не стоит
effect-small = небольшой эффект
effect-mild = умеренный эффект
effect-good = хороший эффект
effect-conflicting = исследования расходятся
plan-dates = Даты
plan-event = { $visits ->
    [0] До этого дня не успеть ни одного визита; последний день для него — { $last }
    [one] До этого дня помещается { $visits } визит; последний возможный день — { $last }
    [few] До этого дня помещаются { $visits } визита; последний возможный день — { $last }
    [many] До этого дня помещается { $visits } визитов; последний возможный день — { $last }
   *[other] До этого дня помещается { $visits } визита; последний возможный день — { $last }
}
plan-avoided = без визитов до { $last }
plan-number = Почему столько визитов
plan-interval = Почему такие промежутки
plan-review = Оценить результат после визита { $visit }
plan-maintenance = Потом
plan-not-bookable = До записи нужно узнать: { $questions }.
plan-not-yet = Записывать пока нельзя.
visit-test-spot = проба на малом участке
visit-treatment = визит { $number }, { $minutes } мин
visit-maintenance = поддерживающий визит { $number }, { $minutes } мин
plan-settings = Настройки
plan-settings-of = { $count ->
    [one] Визит { $visits }
    [few] Визиты { $visits }
    [many] Визиты { $visits }
   *[other] Визиты { $visits }
}
plan-settings-why = Почему такие настройки
plan-all-zones = все зоны
plan-stay-off = Чего никогда не касаться
plan-grit = Зерно, мкм
plan-vacuum = Вакуум, кПа
plan-passes = Проходы
plan-minutes = Минуты
plan-bounded = { $value } (≤ { $bound })
from-to = { $first } – { $last }
plan-preparation = Перед визитом { $day }
plan-preparation-each = Так же перед каждым визитом, считая от его дня.
plan-visit-steps = Шаги визита
plan-sun = Защита от солнца SPF { $factor } каждый день
plan-price = Сколько это может стоить
plan-price-range = От { $low } до { $high } { $currency } за { $visits ->
    [one] { $visits } визит
    [few] { $visits } визита
    [many] { $visits } визитов
   *[other] { $visits } визита
}; цены: { $year }.
plan-price-no-year = год неизвестен
plan-alternatives = Другие пути
plan-grounds = На чём это основано
plan-knowledge = База знаний { $knowledge }.
plan-not-reviewed = Часть плана — предложения, которые врач ещё не проверил.
plan-no-promise = Ожидания взяты из исследований; это не обещание.
calendar-prepare = { $what } (перед визитом { $visit })
dial-kpa = кПа
dial-inhg = дюйм. рт. ст.
dial-cmhg = см рт. ст.
dial-mmhg = мм рт. ст.
dial-mbar = мбар
dial-bar = бар
dial-psi = psi
dial-percent = %
dial-level = по шкале
