# Правила для пилинг-кремов дома.

statement-peel-cream-broken-skin--title = Повреждённая или обожжённая кожа, пилинг-крем
statement-peel-cream-broken-skin--say = Кожа где-то повреждена. Пилинг-крем будет там жечь и замедлит заживление, поэтому подождите, пока она затянется.
statement-peel-cream-broken-skin--tell = Ни кислот, ни частиц, ни гоммажа, пока раны и ожоги не закрылись, где бы они ни были.
statement-peel-cream-broken-skin--confesses = О кремах на повреждённой коже источники молчат; это наше предложение, и ждать придётся, даже если место в стороне.

statement-peel-cream-infected-skin--title = Инфекция на коже, пилинг-крем
statement-peel-cream-infected-skin--say = На коже инфекция. Растирание разнесёт её дальше, поэтому до заживления отложите любые пилинг-кремы.
statement-peel-cream-infected-skin--tell = Растирание и скатывание разносят бактерии, грибки и вирусы; до заживления ничего не отшелушиваем.
statement-peel-cream-infected-skin--confesses = В статьях это сказано об аппарате; для кремов — наше предложение, путь вреда тот же.

statement-peel-cream-inflamed-skin--title = Воспалённая кожа, пилинг-крем
statement-peel-cream-inflamed-skin--say = Кожа воспалена, сейчас ей нужен покой: мягкое умывание, ухаживающий крем и крем с SPF — ничего отшелушивающего.
statement-peel-cream-inflamed-skin--tell = Дерматит, сыпь, активная розацеа или обострение любой болезни кожи: дома не отшелушивать, пока не успокоится.
statement-peel-cream-inflamed-skin--confesses = Исследований пилинг-кремов на такой коже не нашли; наше предложение — с запасом, даже для небольших очагов.

statement-peel-cream-rosacea-quiet--title = Розацеа вне обострения, пилинг-крем
statement-peel-cream-rosacea-quiet--say = При розацеа вам остаётся только самое мягкое, даже в спокойные дни: без кислот и без частиц.
statement-peel-cream-rosacea-quiet--tell = Кислоты и частицы могут вызвать прилив; самое большее — гоммаж, с пробой за ухом.
statement-peel-cream-rosacea-quiet--confesses = Исследований не нашли; наше предложение.

statement-peel-cream-inflamed-acne--title = Воспалённое акне, пилинг-крем
statement-peel-cream-inflamed-acne--say = Воспалённым высыпаниям нужно лечение у врача, а не растирание. От пилинг-крема они разойдутся и покраснеют.
statement-peel-cream-inflamed-acne--tell = Среднетяжёлое и тяжёлое акне: сначала лечение; растирание разносит воспаление и оставляет пятна.
statement-peel-cream-inflamed-acne--confesses = В статье активное акне названо для домашних приборов; для кремов — наше предложение, начиная со среднетяжёлого.

statement-peel-cream-changing-lesion--title = Меняющееся или неясное пятно, пилинг-крем
statement-peel-cream-changing-lesion--say = Сначала покажите это пятно дерматологу. До этого ничего отшелушивающего на него не наносите.
statement-peel-cream-changing-lesion--tell = Неясное образование осматривает дерматолог, прежде чем по нему чем-либо водить.
statement-peel-cream-changing-lesion--confesses = О кремах источники молчат; наше предложение, как и для остальных методов.

statement-peel-cream-bad-reaction--title = Плохая реакция кожи в прошлом, пилинг-крем
statement-peel-cream-bad-reaction--say = Ваша кожа уже реагировала плохо. Сначала нанесите немного за ухо и подождите два дня.
statement-peel-cream-bad-reaction--tell = Проба за ухом на 48 часов; за раз — один новый продукт.
statement-peel-cream-bad-reaction--confesses = Два дня — наше предложение.
