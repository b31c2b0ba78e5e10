# Сравнение снимков и калибровка: что не так и что сделать. Английский текст стоит в коде (`told`).

error--calibrate-few = Повторных снимков { $repeated }, а чтобы узнать погрешность, нужно не меньше { $least }.
error--calibrate-few-hint = Снимите хотя бы четырёх человек по три раза, между снимками сдвигая и человека, и камеру.
error--calibrate-mixed = На одних снимках лицо, на других участок кожи.
error--calibrate-mixed-hint = Калибруйте лица и крупные планы отдельно, для каждого своя папка.
error--calibrate-nobody = В этой папке никого нет.
error--calibrate-nobody-hint = Заведите папку на каждого человека, в ней папку на каждую съёмку, в ней не меньше двух снимков.
error--calibrate-nothing = Погрешность узнать не удалось: ни одно число по этим снимкам не повторяется.
error--calibrate-nothing-hint = Делайте каждый снимок заново, не сохраняя один и тот же дважды, и снимайте людей, на коже которых видны поры и пятна.
error--calibrate-unlike = { $photo }: снят слишком иначе, чем первый снимок, отличается: { $what }.
error--calibrate-unused = { $photo }: { $what } { $hint }
error--calibrate-unused-all =
    { $hint }
    {"  "}Не использованы:
    {"  "}{ $all }
error--calibrate-unused-more = и ещё снимков: { $count }
error--calibrate-unused-then =
    { $one }
    {"  "}{ $then }
error--calibration-none = Это не калибровка, записанная командой adamas calibrate.
error--calibration-none-hint = Создайте её командой adamas calibrate или не указывайте --calibration.
error--calibration-colour = Калибровка сделана со снимками, цвета которых исправлены так: { $learnt }; здесь: { $used }.
error--calibration-colour-hint = Исправьте цвета так же, как при калибровке, или откалибруйте без карты.
error--calibration-view = Калибровка по крупным планам годится для крупных планов, по лицам — для лиц.
error--calibration-view-hint = Откалибруйте по снимкам с тем же --view.
error--calibration-unreadable = Это не калибровка этой версии.
error--calibration-unreadable-hint = Создайте её заново: adamas calibrate.
error--card-close-up = На снимке крупным планом лежит метка, карты на нём не бывает.
error--card-close-up-hint = Не указывайте --card или рисуйте лицо.
error--compare-order = Второй снимок сделан раньше первого.
error--compare-order-hint = Назовите первым более ранний.
error--compare-same = Один и тот же снимок назван и до, и после: это также { $before }.
error--compare-same-hint = Для каждой стороны назовите снимки её собственной съёмки.
error--compare-swapped = Снимки до и после перепутаны: по часам камеры { $path } снят { $before }, а { $other } — { $after }.
error--compare-swapped-hint = Назовите раньше снятый снимок первым; если часы камеры врали, исправьте дату в снимке.
error--comparison-ending = Сравнение записывается в .html, .pdf или .json, а не в «{ $name }».
error--days-unknown = По снимкам не видно, когда они сделаны.
error--days-unknown-hint = Укажите, сколько между ними дней, например --days 30.
error--dates-columns = В этой таблице нет столбцов photo и date.
error--dates-columns-hint = Первая строка должна быть такой: photo,date (или photo;date).
error--dates-day-hint = Пишите день так: 2026-03-07.
error--dates-nobody = Среди снимков нет «{ $name }».
error--dates-twice = Для снимка «{ $name }» указаны два разных дня.
error--dates-twice-hint = Оставьте один.
error--follow-few = Для тренда нужны три дня, а сопоставимых снимков здесь на { $days }.
error--follow-few-hint = Сделайте ещё съёмки такими же, как первая, или сравните две из них командой adamas compare.
error--follow-refused = Не подошло снимков: { $count }, первый из них { $photo }: { $what } { $hint }
error--photo-no-day = Неизвестно, в какой день сделан снимок.
error--photo-no-day-hint = Назовите файл или папку по дню, например 2026-03-07, или дайте таблицу: --dates FILE.csv.
error--trend-ending = Тренд записывается в .html, .pdf, .json или .parquet, а не в «{ $name }».
error--marker-ending = Лист меток записывается в .pdf, а не в «{ $name }».
error--no-such-tone = Кожи тона { $tone } не бывает.
error--no-such-tone-hint = Укажите ITA в градусах: от -60 (очень тёмная) до 60 (очень светлая).
error--option-outside = { $given } не лежит между { $low } и { $high }.
error--photo-bad = Снимок недостаточно хорош для сравнения.
error--photo-bad-hint = Что исправить, скажет adamas measure; с ключом --anyway снимок всё же будет использован.
error--photo-cannot-read-hint = Укажите снимок или папку со снимками.
error--photo-copy = Один и тот же снимок дважды: это также { $first }.
error--photo-copy-hint = Он учтён один раз.
error--photos-none = В этой папке нет снимков.
error--photos-none-hint = Имена снимков оканчиваются на { $endings }.
error--readings-ending = Показатели записываются в .parquet, .json, .html или .pdf, а не в «{ $name }».
error--readings-page = На странице помещается один снимок, а названо их { $count }.
error--readings-page-hint = Назовите один снимок или запишите несколько в .parquet или .json.
error--scale-outside = «{ $given }» — не число от { $low } до { $high }.
error--scale-outside-hint = Сосчитайте на снимке пиксели в 10 мм линейки и разделите на десять.
error--side-days = Каждая сторона — это одна съёмка, а по часам камеры { $path } снят { $first }, а { $other } — { $last }.
error--side-days-hint = Несколько дней проследит adamas trend; для сравнения назовите снимки одного дня.
