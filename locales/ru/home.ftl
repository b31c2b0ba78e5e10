# Шлифовка дома: сравнение приборов и план для одного из них.

home-not-stated = не указано
home-stated-yes = да
home-stated-no = нет

home-criterion-for-home = Для кого
home-criterion-adjustable = Сила регулируется
home-criterion-portable = Помещается в руке
home-criterion-few-heads = Мало насадок
home-criterion-gentler-head = Есть с чего начать помягче
home-criterion-certified = Сертификат и гарантия
home-criterion-coating = Напыление
home-criterion-power = Мощность
home-criterion-functions = Что ещё умеет
home-criterion-price = Цена

home-choice-order = Сначала идут приборы для неподготовленных рук, затем — от дешёвых к дорогим. Их действие никто не сравнивал, поэтому лучшего среди них нет.
home-for-oneself = для себя
home-for-trained-hands = продаётся специалистам; без обучения можно повредить кожу
home-adjustable-levels = { $levels ->
    [one] { $levels } режим
    [few] { $levels } режима
    [many] { $levels } режимов
   *[other] { $levels } режима
}
home-heads = { $heads ->
    [one] { $heads } насадка
    [few] { $heads } насадки
    [many] { $heads } насадок
   *[other] { $heads } насадки
}
home-abrasive-heads = { $heads ->
    [one] { $heads } шлифующая насадка
    [few] { $heads } шлифующие насадки
    [many] { $heads } шлифующих насадок
   *[other] { $heads } шлифующей насадки
}
home-ask-for-certificate = не указано: спросите продавца
home-coating-diamond = алмазное
home-coating-sapphire = сапфировое, не алмазное
home-watts = { $watts } Вт; дома большая мощность — не достоинство
home-adds = { $adds }
home-adds-vacuum = вакуум
home-adds-massage-heads = массаж
home-adds-ionisation = ионизация
home-adds-touch-display = сенсорный экран
home-costs = { $amount } { $currency }

home-device-for-trained-hands = Аппарат { $device } рассчитан на обученные руки. Дома им можно повредить кожу.
home-device-for-trained-hands-pro = { $device } — профессиональный аппарат; домашнее применение без обучения не разрешаем.
home-come-back-device = Выберите прибор, сделанный для дома, или приходите на шлифовку в салон.

home-zone-salon-only = { $zone }: дома нельзя, эту зону лучше доверить обученным рукам.
home-zone-salon-only-pro = { $zone }: не входит в зоны для домашней шлифовки.
home-zone-blocked = { $zone }: сейчас нельзя ({ $statement }).
home-zone-blocked-pro = { $zone }: закрыто правилом «{ $statement }».
home-no-day = В ближайший год между вашими визитами, кремами и отпусками на солнце свободного дня нет.
home-no-day-pro = В пределах горизонта ни один день не выдерживает всех перерывов.

home-interval = { $days ->
    [one] Не чаще раза в { $days } день: столько времени коже нужно на восстановление.
    [few] Не чаще раза в { $days } дня: столько времени коже нужно на восстановление.
    [many] Не чаще раза в { $days } дней: столько времени коже нужно на восстановление.
   *[other] Не чаще раза в { $days } дня: столько времени коже нужно на восстановление.
}
home-interval-pro = Частота, которую дают производители домашних приборов; дней: { $days }.
home-interval-delicate = { $days ->
    [one] Не чаще раза в { $days } день: ваша кожа нежная — или мы не знаем, что она крепкая.
    [few] Не чаще раза в { $days } дня: ваша кожа нежная — или мы не знаем, что она крепкая.
    [many] Не чаще раза в { $days } дней: ваша кожа нежная — или мы не знаем, что она крепкая.
   *[other] Не чаще раза в { $days } дня: ваша кожа нежная — или мы не знаем, что она крепкая.
}
home-interval-delicate-pro = Тонкая, сухая, чувствительная или возрастная кожа либо об этом не спросили: вдвое реже обычного, дней: { $days }.
home-interval-maker = { $days ->
    [one] Не чаще раза в { $days } день — так просит производитель.
    [few] Не чаще раза в { $days } дня — так просит производитель.
    [many] Не чаще раза в { $days } дней — так просит производитель.
   *[other] Не чаще раза в { $days } дня — так просит производитель.
}
home-interval-maker-pro = Минимум производителя, дней: { $days }.
home-interval-limit = { $days ->
    [one] Не чаще раза в { $days } день ({ $statement }).
    [few] Не чаще раза в { $days } дня ({ $statement }).
    [many] Не чаще раза в { $days } дней ({ $statement }).
   *[other] Не чаще раза в { $days } дня ({ $statement }).
}
home-interval-limit-pro = Правило «{ $statement }» требует перерыва, дней: { $days }.
home-passes = { $passes ->
    [one] { $passes } проход по каждому месту — и всё, даже если кажется, что мало.
    [few] Не больше { $passes } проходов по каждому месту.
    [many] Не больше { $passes } проходов по каждому месту.
   *[other] Не больше { $passes } прохода по каждому месту.
}
home-passes-pro = Предел производителей для дома; повторные проходы оставляют красные следы и корочки.
home-passes-maker = { $passes ->
    [one] { $passes } проход по каждому месту — так просит производитель.
    [few] Не больше { $passes } проходов по каждому месту — так просит производитель.
    [many] Не больше { $passes } проходов по каждому месту — так просит производитель.
   *[other] Не больше { $passes } прохода по каждому месту — так просит производитель.
}
home-passes-maker-pro = Максимум производителя: { $passes }.

home-use-training = Проба на одном небольшом месте: самая мелкая насадка, самый слабый режим. На следующий день посмотрите на это место.
home-use-training-pro = Пробное применение: приём и переносимость, одно небольшое место.
home-use-gentle = Самая мелкая насадка на самом слабом режиме.
home-use-gentle-pro = Мягкий этап.
home-use-medium = Можно прибавить одну ступень, если ничего не щипало, не кровило и не оставалось красным до следующего дня.
home-use-medium-pro = Средняя ступень после спокойного мягкого этапа; крупную насадку дома не применяют.

home-starts-today = Начать можно уже сегодня.
home-starts-today-pro = Ни перерывы, ни правила не мешают.
home-starts-after-wait = { $day } — самый ранний день. Причина: { $statement }.
home-starts-after-wait-pro = Первый открытый день — { $day }; ждать заставляет правило «{ $statement }».
home-starts-beside-visits = { $day } — самый ранний день: после визита в салон ждём не меньше { $after ->
        [one] { $after } дня
        [few] { $after } дней
        [many] { $after } дней
       *[other] { $after } дня
    }, перед следующим — не меньше { $before ->
        [one] { $before } дня
        [few] { $before } дней
        [many] { $before } дней
       *[other] { $before } дня
    }. Пока визиты идут часто, прибор отдыхает.
home-starts-beside-visits-pro = Первое применение — { $day } (дней после визита: { $after }, до визита: { $before }), из общего бюджета отшелушивания.
home-starts-when-free = { $day } — первый день, свободный от кремов и активного солнца.
home-starts-when-free-pro = Первое применение — { $day } (с учётом перерывов от другого отшелушивания и солнца).

home-avoid-pressing = Не давите и не задерживайтесь на одном месте.
home-avoid-second-pass = Не проходите по одному месту второй раз, даже если оно кажется шершавым.
home-avoid-eyes-and-lips = Обходите веки, виски, губы и родинки.
home-avoid-broken-skin = Обходите прыщи, царапины, герпес и всё, что щиплет.
home-avoid-other-exfoliation = За семь дней — никаких кислот, магазинных кремов с ретинолом и скрабов. О назначенном врачом креме спросите того, кто его назначил.
home-avoid-sun = Не летом и не перед активным солнцем; крем с SPF каждый день.
home-avoid-lending = Никому не давайте свою насадку и не берите чужую.
