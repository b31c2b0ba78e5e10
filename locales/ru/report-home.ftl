# Заголовки листков для дома: приборы, кремы, контрольные дни.

home-choice-title = Домашние приборы рядом
home-criterion = Признак
home-device-column = Прибор
home-no-trial = Исследований этих приборов не найдено: ничто здесь не говорит, какой из них действует лучше.
home-title = Дома с прибором { $device }
home-summary = { $zones }; не чаще чем раз в { $days } дн.
home-provisional = Предварительно: не начинайте, пока нет ответов на вопросы ниже.
home-how = Как
home-interval-title = Как часто
home-passes-title = { $passes ->
    [one] { $passes } проход по каждому месту
    [few] { $passes } прохода по каждому месту
    [many] { $passes } проходов по каждому месту
   *[other] { $passes } прохода по каждому месту
}
home-avoid = Чего не делать
home-stop = Остановиться и показать специалисту
home-strength-training = проба на одном небольшом месте
home-strength-gentle = самая мелкая насадка, самый слабый режим
home-strength-medium = на ступень сильнее
cream-title = Пилинг дома
cream-summary = Лучше всего подходит: { $product }.
cream-none = Средства, снимающие слой кожи, не советуем.
cream-care = На каждый день
cream-considered = Что рассматривали
cream-may-present = можно
cream-may-absent = нет
cream-may-unknown = не решено
cream-ask = Нужно узнать: { $questions }.
advice-not-cleared = По сегодняшним ответам визит в этот день не разрешён. Этот лист — для тех, кого всё же обработали; разрешением он не является.
advice-check-day = день { $day }
advice-check-how = В эти дни сообщите нам, всё ли идёт так, как описано. Признаки из раздела «Когда и кому действовать» ждать не могут.
