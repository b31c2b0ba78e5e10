# Сколько может стоить курс.

price-visits = { $visits ->
    [one] { $visits } визит, примерно { $low }–{ $high } { $currency } за каждый.
    [few] { $visits } визита, примерно { $low }–{ $high } { $currency } за каждый.
    [many] { $visits } визитов, примерно { $low }–{ $high } { $currency } за каждый.
   *[other] { $visits } визита, примерно { $low }–{ $high } { $currency } за каждый.
}
price-visits-pro = Найденный для этой страны диапазон за один визит: { $low }–{ $high } { $currency }; визитов: { $visits }.
price-of-year = Цифры за { $year } год, с тех пор они могли измениться.
price-undated = За какой год эти цифры, не указано.
price-unverified = Они взяты с сайта, а не из прайс-листа: уточните цену в своём салоне.
price-country-unknown = Для страны { $country } цен не нашлось. Известны: { $known }.
price-country-not-said = Страна не указана, поэтому цену показать нельзя. Известны: { $known }.

# Цены базы знаний.

price-ru-visit--title = Визит в России
price-ru-visit--note = Одна статья без даты; актуального российского прайс-листа найти не удалось.
price-us-visit--title = Визит в США
price-us-visit--note = Страницы сайтов 2020–2023 годов; среднее, которое они приводят со слов пластических хирургов, — 167 долларов.
price-ca-visit--title = Визит в Канаде
price-ca-visit--note = Канадский журнал примерно 2013 года; какие именно доллары, не сказано, считаем канадскими.
price-gb-visit--title = Визит в Великобритании
price-gb-visit--note = Две страницы сайтов без даты.
price-pl-visit--title = Визит в Польше
price-pl-visit--note = Журнальная страница 2021 года.
price-in-visit--title = Визит в Индии
price-in-visit--note = Одна страница сайта низкого качества, без даты.
price-au-visit--title = Визит в Австралии
price-au-visit--note = Одна страница сайта низкого качества, без даты.
price-ru-ckeyin--title = CkeyiN в России
price-ru-ckeyin--note = Одна статья без даты.
price-ru-beurer--title = Beurer в России
price-ru-beurer--note = Одна статья без даты.
price-ru-benefit--title = Benefit в России
price-ru-benefit--note = Одна статья без даты.
price-ru-t06--title = T06 в России
price-ru-t06--note = Одна статья без даты; салонный аппарат, который продают всем.
price-ru-btgirl--title = BTGirl в России
price-ru-btgirl--note = Одна статья без даты; салонный аппарат, который продают всем.
price-ru-visit--place = Москва, Санкт-Петербург
