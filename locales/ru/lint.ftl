# Проверка базы знаний.

lint-counts = Утверждений: { $claims }, источников: { $sources }; принято { $followed }, только отклонено { $aside }. Правил: { $statements }, случаев к ним: { $cases }, вопросов: { $questions }, улаженных противоречий: { $conflicts }. { $problems ->
    [0] Ошибок не найдено.
    [one] Найдена { $problems } ошибка.
    [few] Найдены { $problems } ошибки.
    [many] Найдено { $problems } ошибок.
   *[other] Найдено { $problems } ошибки.
}
