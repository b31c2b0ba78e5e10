# Скрининг всей базы клиентов сразу.

population-title = Скрининг базы клиентов
population-clients = { $clients ->
    [one] Проверен { $clients } клиент.
    [few] Проверены { $clients } клиента.
    [many] Проверено { $clients } клиентов.
   *[other] Проверено { $clients } клиента.
}
population-number = Клиентов
population-share = Доля
population-statements = Правила
population-order = В клиентах; сначала те, что срабатывали чаще. «Неизвестно» — не хватает ответа, от которого зависит правило.
population-statement = Правило
population-fired = Сработало
population-silent = Не сработало
population-unknown = Неизвестно
population-knowledge = База знаний { $knowledge }.
population-written = Заключения ({ $clients ->
    [one] { $clients } клиент
    [few] { $clients } клиента
    [many] { $clients } клиентов
   *[other] { $clients } клиента
}) записаны в файл { $path }
population-progress = { $clients ->
    [one] проверен { $clients } клиент
    [few] проверены { $clients } клиента
    [many] проверено { $clients } клиентов
   *[other] проверено { $clients } клиента
}
