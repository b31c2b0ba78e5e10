# Что меняется между двумя заключениями: `adamas diff` и `adamas replay`.

diff-title = Было: база знаний { $old }; стало: { $new }
diff-count = { $different ->
    [0] Ни для одного из клиентов ({ $all }) решение не изменится.
    [one] Решение изменится для { $different } клиента из { $all }.
    [few] Решение изменится для { $different } клиентов из { $all }.
    [many] Решение изменится для { $different } клиентов из { $all }.
   *[other] Решение изменится для { $different } клиентов из { $all }.
}
diff-who = Для кого
replay-title = Сохранённые заключения, пересчитанные заново
replay-count = { $different ->
    [0] Все заключения ({ $all }) совпали с записанными.
    [one] Не совпало { $different } заключение из { $all }.
    [few] Не совпали { $different } заключения из { $all }.
    [many] Не совпало { $different } заключений из { $all }.
   *[other] Не совпало { $different } заключения из { $all }.
}
change-zone = { $zone }: решено иначе
change-day = Первый возможный день: { $old } → { $new }
change-no-day = нет
change-gone = Больше не действует: { $statement }
change-new = Теперь действует: { $statement }
change-limits = Другие ограничения для плана
change-questions = Открытых вопросов: { $old } → { $new }
cli-arg-old = прежняя база знаний
cli-arg-new = новая база знаний
cli-arg-clients = файлы клиентов
cli-arg-records = папка, записанная командой screen --record
cli-arg-under = считать по этой базе знаний
cli-arg-record = сохранить заключение вместе с ответами и базой знаний, на которых оно основано
