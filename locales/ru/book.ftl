# Книга знаний и условия словами.

condition-one-of = { $fact }: { $choices }
condition-at-least = { $fact } — не меньше { $limit } { $unit }
condition-over = { $fact } — больше { $limit } { $unit }
condition-at-most = { $fact } — не больше { $limit } { $unit }
condition-under = { $fact } — меньше { $limit } { $unit }
condition-within = { $fact } — в последние { $span }
condition-ahead = { $fact } — в ближайшие { $span }
condition-not = не «{ $part }»
condition-and = {" "}и{" "}
condition-or = {" "}или{" "}
span-day = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}
span-week = { $count ->
    [one] { $count } неделя
    [few] { $count } недели
    [many] { $count } недель
   *[other] { $count } недели
}
span-month = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
    [many] { $count } месяцев
   *[other] { $count } месяца
}
span-year = { $count ->
    [one] { $count } год
    [few] { $count } года
    [many] { $count } лет
   *[other] { $count } года
}

book-title = Что Adamas считает верным и на чьих словах это держится
book-preface = Каждое правило ниже — решение Adamas. Под ним указано, на что оно опирается, что и почему отклонено и на каких случаях проверено. Врач подписывает запись по её отпечатку; если текст изменился, подпись теряет силу.
book-signed = Врачом подписано записей: { $signed } из { $all }.
book-statements = Правила: кому и как можно проводить процедуру
book-conflicts = Противоречия и как они улажены
book-goals = Цели и чего ожидать
book-modalities = Методы рядом
book-zones = Зоны и начальные настройки
book-protocols = Курс, подготовка, визит
book-aftercare = Уход после процедуры
book-effects = Побочные реакции и тревожные признаки
book-combinations = Другие процедуры и промежутки между ними
book-devices = Приборы
book-products = Кремы
book-prices = Цены
book-parameters = Модель дозы: её числа и их неопределённость
book-validation = Модель дозы против опубликованных значений
book-alternatives = Безопасные варианты вместо процедуры
book-questions = Вопросы
book-claims = Утверждения по источникам
book-when = Когда: { $condition }
book-to-client = Клиенту: { $said }
book-to-professional = Специалисту: { $said }
book-case = День
book-no-answer = без ответов
book-answers = Ответы
book-applies-to = Относится к: { $scopes }
book-affected = Только в названных зонах
book-exception = Смягчает: { $statement }
book-in-force = Действует с { $since }; перечитать до { $review }
book-hazards = Какие риски сдерживает: { $hazards }
book-follows = принято
book-aside = отклонено
book-confesses = Упрощено: { $said }
book-signed-entry = подписано врачом
book-digest = Отпечаток { $digest }
book-settled = { $kind }; решено по принципу: { $method }
book-field = Данные, под именем в файле
book-value = Значение
book-question = Вопрос
book-keeps = Ответ действует
book-codes = Коды
book-claim = Утверждение
book-where = Где
book-says = Что сказано
book-written = Записано правил: { $statements }, файл { $file }.
cli-arg-page = куда записать страницу

scope-salon = процедуре в салоне
scope-home-device = домашнему прибору
scope-device-choice = выбору прибора
scope-peel-cream = пилинг-крему
scope-dermabrasion = дермабразии
scope-crystal = кристаллическому методу
scope-oxygen = кислородному методу
scope-wet-diamond = влажному алмазному методу
scope-alternative = другим методам
scope-any = любой процедуре

conflict-contradiction = противоречие
conflict-different-populations = речь о разных людях
conflict-different-strength = разная строгость
conflict-different-number = разные числа
conflict-outdated = одно устарело
conflict-scope = речь о разных процедурах
method-strictest-safe = самое строгое из безопасного
method-best-evidence = лучшие доказательства
method-by-setting = кто проводит процедуру
method-by-fact = факт о клиенте
method-clinic-choice = выбор клиники
method-by-scope = о какой процедуре речь

kind-presence = да / нет / неизвестно
kind-choice = выбор
kind-number = число
kind-date = день / никогда / неизвестно
keeps-always = всегда
keeps-visit = до следующего визита
read-whole = прочитано целиком
read-abstract = прочитана аннотация
read-excerpt = прочитан отрывок
