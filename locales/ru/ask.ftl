# Беседа команды `adamas ask`.

ask-welcome = Отвечайте номером, словом или датой. Просто Enter — не знаю. ? — пояснение. Ctrl-C — закончить, ответы сохранятся.
ask-how-presence = [д да · н нет]
ask-how-date = [7.3.2026 или 2026-03-07 · никогда]
ask-how-day = [1990-03-07]
ask-how-number = [число, { $unit }]
ask-words-present = д да есть y yes
ask-words-absent = н нет n no
ask-words-never = никогда нет н never
ask-words-unknown = неизвестно unknown
ask-no-help = Пояснений больше нет; если не уверены, оставьте без ответа.
ask-which-zone = Какие зоны? Номера через пробел; Enter — пока не решено.
ask-which-goal = Для чего? Номера через пробел; Enter — пока не решено.
ask-numbers = Пожалуйста, номера от 1 до { $last }.
ask-kept = Ответы сохранены: { $file }.
cli-arg-go-on = прежние ответы, чтобы продолжить
cli-arg-answers = куда сохранить ответы
