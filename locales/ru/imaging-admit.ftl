# Приём фотографии: почему файл не подходит и что сделать. Английский текст стоит в коде (`told`).

error--face-model-missing = Файла модели лица нет на месте.
error--face-model-other = Файл модели лица не тот, что нужен.
error--face-model-hint = Выполните make setup или заново установите Adamas из его пакета (wheel).

error--photo-damaged = Файл { $kind } повреждён или записан не до конца.
error--photo-damaged-hint = Скопируйте его с камеры ещё раз или сделайте новый снимок.
error--photo-empty = Файл пустой.
error--photo-grey = На снимке нет цвета.
error--photo-grey-hint = Снимите в цвете и без фильтра.
error--photo-hdr = Снимок сделан в расширенном динамическом диапазоне (HDR).
error--photo-hdr-hint = Отключите HDR в камере и снимите ещё раз.
error--photo-heic-broke = Файл HEIC повреждён настолько, что программа чтения аварийно завершилась.
error--photo-heic-slow = Файл HEIC не удалось прочитать за { $seconds } с.
error--photo-heic-start = Не удалось запустить чтение файлов HEIC.
error--photo-heic-hint = Сохраните снимок в JPEG и пришлите его или снимите ещё раз, выбрав в камере формат JPEG.
error--photo-heavy = Размер файла { $megabytes } МБ, принимается не больше { $limit } МБ.
error--photo-heavy-hint = Сохраните снимок в JPEG с высоким качеством.
error--photo-huge = На снимке { $megapixels } Мп, принимается не больше { $limit } Мп.
error--photo-huge-hint = Установите в камере 12–50 Мп.
error--photo-moving = Это анимация или видео, а не снимок.
error--photo-moving-hint = Пришлите неподвижный снимок.
error--photo-no-picture = В этом файле нет изображения.
error--photo-original-hint = Пришлите файл таким, каким его записала камера: JPEG или HEIC; PNG и TIFF тоже подходят.
error--photo-other-kind = Это файл { $kind }, такие файлы не принимаются.
error--photo-pages = В этом файле несколько изображений.
error--photo-pages-hint = Сохраните нужное отдельным файлом.
error--photo-palette = В этом изображении осталось лишь несколько цветов.
error--photo-print = Цвета этого изображения подготовлены для печати ({ $mode }).
error--photo-raw = Это непроявленный RAW-файл ({ $kind }).
error--photo-raw-hint = Проявите его в JPEG или TIFF без ретуши и всегда с одними и теми же настройками.
error--photo-small = Размер снимка { $width } × { $height } пикселей; каждая сторона должна быть не меньше { $least }.
error--photo-transparent = Часть изображения вырезана.

## Лицо и кожа на снимке

error--photo-face-turned = Лицо на снимке лежит на боку или вверх ногами.
error--photo-face-turned-hint = Поверните снимок.
error--photo-no-face = Лицо на снимке не найдено.
error--photo-no-face-hint = Снимите всё лицо спереди при ровном свете; для снимка крупным планом укажите, какое место на нём показано.
error--photo-no-scale = На снимке не видно, какого размера то, что снято.
error--photo-no-scale-hint = Положите на кожу рядом с этим местом линейку или распечатанную метку.
error--photo-no-skin = Кожи на снимке не видно.
error--photo-no-skin-hint = Уберите с лица волосы, очки и руки и снимите при ровном свете.
