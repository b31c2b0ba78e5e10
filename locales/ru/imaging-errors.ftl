# Сравнение снимков и калибровка: что не так и что сделать. Английский текст стоит в коде (`told`).

error--calibrate-few = Повторных снимков { $repeated }, а чтобы узнать погрешность, нужно не меньше { $least }.
error--calibrate-few-hint = Снимите хотя бы четырёх человек по три раза, между снимками сдвигая и человека, и камеру.
error--calibrate-nobody = В этой папке никого нет.
error--calibrate-nobody-hint = Заведите папку на каждого человека, в ней папку на каждую съёмку, в ней не меньше двух снимков.
error--calibration-unreadable = Это не калибровка этой версии.
error--calibration-unreadable-hint = Создайте её заново: adamas calibrate.
error--compare-order = Второй снимок сделан раньше первого.
error--compare-order-hint = Назовите первым более ранний.
error--comparison-ending = Сравнение записывается в .html, .pdf или .json, а не в «{ $name }».
error--days-unknown = По снимкам не видно, когда они сделаны.
error--days-unknown-hint = Укажите, сколько между ними дней, например --days 30.
error--no-such-tone = Кожи тона { $tone } не бывает.
error--no-such-tone-hint = Укажите ITA в градусах: от -60 (очень тёмная) до 60 (очень светлая).
error--option-outside = { $given } не лежит между { $low } и { $high }.
error--photo-bad = Снимок недостаточно хорош для сравнения.
error--photo-bad-hint = Что исправить, скажет adamas measure; с ключом --anyway снимок всё же будет использован.
error--photo-cannot-read-hint = Укажите снимок или папку со снимками.
error--photos-none = В этой папке нет снимков.
error--photos-none-hint = Имена снимков оканчиваются на { $endings }.
error--readings-ending = Показатели записываются в .parquet или .json, а не в «{ $name }».
