# What a course may cost.

price-visits = { $visits ->
    [one] One visit costs about { $low } to { $high } { $currency } there.
   *[other] { $visits } visits at { $low } to { $high } { $currency } each.
}
price-visits-pro = Range of one visit as found for this country: { $low } to { $high } { $currency }; times { $visits }.
price-of-year = The figures are of { $year } and may have changed since.
price-undated = Nobody says of which year the figures are.
price-unverified = They come from a web page, not from a price list: ask your salon.
price-country-unknown = No price was found for the country { $country }. Known: { $known }.
price-country-not-said = The country was not said, so no price can be shown. Known: { $known }.
