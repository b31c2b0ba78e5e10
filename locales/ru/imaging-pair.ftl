# Можно ли сравнивать два снимка: что сопоставлено и как снять в следующий раз.

pair-view = Ракурс
pair-view-advice = Снимайте оба раза в одном ракурсе.
pair-yaw = Поворот головы
pair-yaw-advice = Попросите смотреть в объектив так же, как на первом снимке; наложите первый снимок на экран камеры.
pair-pitch = Подбородок выше или ниже
pair-pitch-advice = Поставьте камеру на ту же высоту, подбородок — как на первом снимке.
pair-scale = Размер лица
pair-scale-advice = Снимайте с того же расстояния и с тем же зумом.
pair-distance = Расстояние до камеры
pair-distance-advice = Отметьте на полу места кресла и штатива.
pair-expression = Выражение лица
pair-expression-advice = Попросите такое же спокойное лицо.
pair-light-direction = Сходство рельефа
pair-light-direction-advice = Не переставляйте лампы и кресло: свет с другой стороны рисует другой рельеф. Если они стояли на месте, изменился сам рельеф.
pair-light-side = Свет сбоку
pair-light-side-advice = Пусть обе лампы светят одинаково ярко и стоят одинаково далеко.
pair-light-colour = Цвет света
pair-light-colour-advice = Снимайте при тех же лампах без дневного света и зафиксируйте баланс белого или снимите цветовую шкалу.
pair-exposure = Яркость
pair-exposure-advice = Зафиксируйте экспозицию камеры.
pair-blur = Резкость
pair-blur-advice = Наведите резкость, коснувшись щеки на экране; снимайте со штатива с автоспуском.
pair-camera = Камера и её настройки
pair-camera-advice = Оба раза снимайте одной камерой, одним объективом и в одном режиме.
pair-time-of-day = Время суток
pair-time-of-day-advice = Снимайте примерно в одно и то же время.

pair-point-position = Голова в том же положении
pair-point-expression = То же спокойное выражение лица
pair-point-light = Тот же свет
pair-point-background = Тот же однотонный фон
pair-point-zoom = То же расстояние и тот же зум
pair-point-make-up = Без макияжа
pair-point-views = Те же ракурсы
pair-point-timing = То же время суток
pair-point-description = Записаны средства, здоровье и солнце
