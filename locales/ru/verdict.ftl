# Заключение скрининга.

decision-clear = можно
decision-caution = с осторожностью
decision-ask = уточнить
decision-defer = подождать
decision-refer = к врачу
decision-refuse = не сейчас

verdict-title = Скрининг: { $client }
verdict-title-nameless = Скрининг
verdict-clear = На { $on } противопоказаний к визиту не найдено.
verdict-caution = Визит { $on } возможен, но мягче обычного: см. ограничения.
verdict-ask = До визита { $on } нужны ответы на вопросы ниже: неизвестное не считается разрешением.
verdict-clear-from = { $on } процедура не проводится. По известным сегодня данным первый возможный день — { $day }
verdict-no-day = { $on } процедура не проводится, и одно ожидание этого не изменит.
verdict-no-day-yet = { $on } процедура не проводится. День зависит от того, когда пройдёт причина, указанная ниже.
verdict-why = Почему
verdict-ask-first = Сначала нужно узнать
verdict-ask-more = И ещё вопросов: { $count }. { $questions }.
verdict-limits = Ограничения для плана
verdict-limits-overridden = Ограничения, если врач решит иначе
verdict-instead = Что можно вместо этого
verdict-trace = Все рассмотренные правила
verdict-count = Проверок: { $all }, из них не сработало: { $silent }. База знаний { $knowledge }.
not-a-diagnosis = Скрининг помогает специалисту принять решение; это не диагноз и не замена врача.

zone = Зона
decision = Решение
first-day = Первый возможный день
follows = Основание: { $claims }
sets-aside = Не принято: { $claim }. { $reason }
grade = Доказательность: { $grade }
not-reviewed = врачом ещё не проверено
speaks-until = С { $day } это правило больше не действует.
excepted = смягчено правилом «{ $by }»
lines = стр. { $lines }
answer-present = действует
answer-absent = не действует
answer-unknown = неизвестно

present = есть
absent = нет
unknown = неизвестно
never = никогда
not-due = не относится
heard-intake = анкета
heard-professional = видел специалист
heard-client = со слов клиента
heard-does-not-apply = не относится
heard-no-longer-counts = ответ устарел

grade-a = A, исследования или обзоры
grade-b = B, учебник, профессиональное общество или регулятор
grade-b-minus = B−, инструкция изготовителя
grade-c-plus = C+, сведения продавца
grade-c = C, сообщения из практики
grade-c-minus = C−, слабые сообщения из практики
grade-opinion = мнение
grade-p = наше собственное предложение

may-override-physician = Врач может решить иначе; потребуется: { $needs }.
may-override-professional = Специалист может решить иначе; потребуется: { $needs }.
needs-reason = письменное обоснование
needs-test-spot = проба на малом участке
needs-diagnosis = диагноз
needs-antiviral-decision = решение о противовирусной защите
needs-cardiologist-letter = письмо кардиолога
needs-written-consent = письменное согласие

limit-vacuum-kpa-at-most = Вакуум не выше { $value } кПа
limit-grit-um-at-most = Зерно не крупнее { $value } мкм
limit-passes-at-most = Проходов не больше { $value }
limit-removed-at-most = За визит снимать не больше { $value } % рогового слоя
limit-abrasion-factor = Абразивная нагрузка — { $value } % от обычной
limit-vascular-factor = Вакуумная нагрузка — { $value } % от обычной
limit-interval-days-at-least = Между визитами не меньше { $value } дн.
limit-sun-protection-factor-at-least = Защита от солнца SPF { $value } или выше
limit-test-spot = Перед первым визитом — проба на малом участке
limit-exclude-modalities = Не применять: { $value }
limit-exclude-zones = Не обрабатывать: { $value }
limit-exclude-goals = Не ставить целью: { $value }
limit-only-goals = Только для: { $value }
limit-exclude-products = Без средств: { $value }

unit-years = лет
unit-months = мес.
unit-weeks = нед.
unit-days = дн.
unit-uvi = ед.
unit-degrees = °
unit-lesions = шт.
