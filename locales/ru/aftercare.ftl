# После визита: что делать и до какого дня, что нормально, а что нет.

aftercare-until = { $what }: до { $until } включительно.
aftercare-until-hours = { $hours ->
    [one] { $what }: { $hours } час, то есть до { $until } включительно.
    [few] { $what }: { $hours } часа, то есть до { $until } включительно.
    [many] { $what }: { $hours } часов, то есть до { $until } включительно.
   *[other] { $what }: { $hours } часа, то есть до { $until } включительно.
}
aftercare-until-course-end = { $days ->
    [one] { $what }: весь курс и ещё { $days } день, до { $until } включительно.
    [few] { $what }: весь курс и ещё { $days } дня, до { $until } включительно.
    [many] { $what }: весь курс и ещё { $days } дней, до { $until } включительно.
   *[other] { $what }: весь курс и ещё { $days } дня, до { $until } включительно.
}
aftercare-until-course-open = { $days ->
    [one] { $what }: весь курс и ещё { $days } день, минимум до { $until } включительно.
    [few] { $what }: весь курс и ещё { $days } дня, минимум до { $until } включительно.
    [many] { $what }: весь курс и ещё { $days } дней, минимум до { $until } включительно.
   *[other] { $what }: весь курс и ещё { $days } дня, минимум до { $until } включительно.
}
aftercare-ask = { $what }. Рекомендации предлагают перерыв до { $day }; нужен ли он вам, решает только врач.
aftercare-factor = фактор защиты от солнца { $factor } или выше

aftercare-why-usual = Это правило действует после каждого визита.
aftercare-why-usual-pro = Правило для всех; ничто известное не требует большего срока.
aftercare-why-holds = Дольше обычного, причина: { $facts }.
aftercare-why-holds-pro = Действует более длинный срок, основание: { $facts }.
aftercare-why-unknown = Более длинный срок действует, пока мы не узнаем: { $facts }.
aftercare-why-unknown-pro = Нет ответа: { $facts }. Действует более строгое правило; неизвестное никогда не сокращает срок.
aftercare-why-factor = Нужен более высокий фактор защиты, причина: { $statement }.
aftercare-why-factor-pro = Фактор повышен правилом: { $statement }.

aftercare-normal = { $hours ->
    [one] { $what }: обычное явление, проходит за { $hours } час, к { $day } его уже нет. Если не прошло, { $act }.
    [few] { $what }: обычное явление, проходит за { $hours } часа, к { $day } его уже нет. Если не прошло, { $act }.
    [many] { $what }: обычное явление, проходит за { $hours } часов, к { $day } его уже нет. Если не прошло, { $act }.
   *[other] { $what }: обычное явление, проходит за { $hours } часа, к { $day } его уже нет. Если не прошло, { $act }.
}
aftercare-normal-hours = { $hours ->
    [one] { $what }: обычное явление, проходит за { $hours } час. Если не прошло, { $act }.
    [few] { $what }: обычное явление, проходит за { $hours } часа. Если не прошло, { $act }.
    [many] { $what }: обычное явление, проходит за { $hours } часов. Если не прошло, { $act }.
   *[other] { $what }: обычное явление, проходит за { $hours } часа. Если не прошло, { $act }.
}
aftercare-flag = { $what }: { $act }.
aftercare-act-client = поступите, как описано, { $soon }
aftercare-act-professional = напишите косметологу { $soon }
aftercare-act-doctor = обратитесь к врачу { $soon }
aftercare-act-emergency = вызовите скорую или обратитесь за неотложной помощью { $soon }
aftercare-at-once = немедленно
aftercare-within-hours = { $hours ->
    [one] в течение { $hours } часа
    [few] в течение { $hours } часов
    [many] в течение { $hours } часов
   *[other] в течение { $hours } часа
}
aftercare-within-days = { $days ->
    [one] в течение { $days } дня
    [few] в течение { $days } дней
    [many] в течение { $days } дней
   *[other] в течение { $days } дня
}
aftercare-course-goes-on = Курс продолжается.
aftercare-course-pauses = { $days ->
    [one] Следующий визит не раньше чем через { $days } день.
    [few] Следующий визит не раньше чем через { $days } дня.
    [many] Следующий визит не раньше чем через { $days } дней.
   *[other] Следующий визит не раньше чем через { $days } дня.
}
aftercare-course-stops = Следующий визит — только с разрешения врача.
aftercare-check-in = { $on }, день { $day }: как ваша кожа?

aftercare-heading = После визита { $on }
aftercare-heading-do = Делайте
aftercare-heading-avoid = Воздержитесь
aftercare-heading-ask = Спросите у врача
aftercare-heading-normal = Что нормально
aftercare-heading-flags = Когда и кому действовать
aftercare-heading-check-ins = Мы спросим, как вы себя чувствуете
aftercare-unreviewed = Часть этих правил ещё не проверена врачом.
