# Readings of photographs and the comparison of two sittings.

outcome-improved = improved
outcome-worse = worse
outcome-no-change = no change beyond measurement error
outcome-not-comparable = not comparable
outcome-too-early = too early
outcome-mixed = improved in part, worse in part

outcome-why-versions = Measured with different versions of the method.
outcome-why-unmeasured = Not seen on both sides.
outcome-why-error-unknown = Nobody has measured the error of this number here.
outcome-why-few = There are too few of them for a change to be told from chance.
outcome-why-light = The relief does not look the same, so it cannot be compared: other light, too few pixels, or skin that changed.
outcome-why-veto = The photographs were taken too differently.
outcome-why-zone = The two photographs cannot be laid on each other well enough here.

photo-quantity-a-spread = spread of a*
photo-quantity-area-share = share of the skin
photo-quantity-contrast = contrast
photo-quantity-count-per-cm2 = number
photo-quantity-depth-index = depth index
photo-quantity-diameter = diameter
photo-quantity-excess = above the own median
photo-quantity-ita = typology angle (ITA)
photo-quantity-length-per-cm2 = length
photo-quantity-melanin-spread = spread of melanin
photo-quantity-shift = against the whole face
photo-quantity-volume = area × contrast
photo-quantity-white-light = mirrored light

photo-unit-per-cm2 = per cm²
photo-unit-percent = %
photo-unit-mm = mm
photo-unit-mm-per-cm2 = mm per cm²
photo-unit-od = OD
photo-unit-od-mm2-per-cm2 = OD·mm² per cm²
photo-unit-a = a*
photo-unit-degrees = °
photo-unit-um = µm
photo-unit-px-per-mm = px/mm
photo-unit-hours = h
photo-unit-kelvin = K

photo-zone-whole = whole
photo-zone-forehead = forehead
photo-zone-nose = nose
photo-zone-chin = chin
photo-zone-cheek = cheek
photo-zone-cheek-left = left cheek
photo-zone-cheek-right = right cheek
photo-zone-temple-left = left temple
photo-zone-temple-right = right temple
photo-zone-periorbital-left = around the left eye
photo-zone-periorbital-right = around the right eye
photo-zone-hands = hand
photo-zone-back = back

photo-view-face = face from the front
photo-view-left-three-quarter = left three-quarter view
photo-view-right-three-quarter = right three-quarter view
photo-view-cheek = close-up of the cheek
photo-view-forehead = close-up of the forehead
photo-view-nose = close-up of the nose
photo-view-hand = close-up of the hand
photo-view-back = close-up of the back

photo-word-unknown = not known
photo-title = What the photograph measures
photo-refused = The photograph cannot be used
photo-doubtful = Usable, with doubts
photo-usable = Usable
photo-gate = What was found about the photograph
photo-by-zone = By zone
photo-drawn = What was found
photo-readings = Readings
photo-col-photo = Photograph
photo-col-zone = Zone
photo-col-measure = Measure
photo-col-quantity = What
photo-col-value = Value
photo-col-doubts = Doubts
photo-col-finding = Looked at
photo-col-limit = Limit
photo-col-word = Word
photo-note-own = Compare these numbers only with other photographs of the same person, taken alike.
photo-note-no-diagnosis = Photographs inform. They decide nothing about treatment and do not replace a doctor.
photo-method = { $measure }: method { $version }
photo-method-checked = { $measure }: method { $version }, checked on synthetic skin of ITA { $low }° to { $high }°

comparison-title = Before and after
comparison-days = { $days ->
    [0] Both were taken on the same day: what is seen is immediate, not a result.
    [one] { $days } day lies between the photographs.
   *[other] { $days } days lie between the photographs.
}
comparison-shots = Shots: { $before } before, { $after } after.
comparison-errors-own = The errors are those of your own calibration; what you did not repeat often enough is that of synthetic people.
comparison-errors-phantom = The errors were learnt from synthetic people, not in your room: with your own calibration (adamas calibrate) they become yours.
comparison-too-early = Before day { $days } the passing effect of a treatment is still on the skin. The numbers below are no result; take the photographs again from then on.
comparison-none = No measure changed by more than can be told from a repeated photograph.
comparison-nothing = None of the measures could be judged; below it says why of each.
comparison-judged = { $judged } of { $all } measures could be judged.
comparison-improved = Improved: { $measures }.
comparison-worse = Worse: { $measures }.
comparison-level = Of a hundred unchanged people at most five would read “improved” anywhere in such a report.
comparison-score = Comparability { $score } of 100
comparison-score-doubtful = Comparability { $score } of 100: nearly too different, so weighed with half as much error again
comparison-score-vetoed = Comparability { $score } of 100: not comparable
comparison-vetoed = These photographs cannot be compared
comparison-vetoed-text = They differ too much in how they were taken: { $what }. Below it says how to take the next ones.
comparison-pair = The pair
comparison-slider = Uncover before or after
comparison-alt-before = Photograph before
comparison-alt-after = Photograph after, laid onto the one before
comparison-alt-drawing = { $measure }: what was found, drawn over the photograph
comparison-before = Before
comparison-after = After
comparison-whole = Measures
comparison-col-change = Change
comparison-col-interval = 95 % interval
comparison-col-mdc = Smallest real
comparison-zones = By zone
comparison-zones-how = A zone is judged only for a measure whose whole has changed: it says where. Of many zones one or two lie beyond their own error by chance.
comparison-others = Other numbers of this measure, shown without judgement
comparison-left-out = Left out
comparison-left-out-zone = { $zone }: { $percent } % of the zone
comparison-left-out-why = There the photographs could not be laid on each other exactly enough.
comparison-comparability = Can the photographs be compared?
comparison-col-value = Value
comparison-checklist = Checklist of nine points
comparison-photos = The photographs
comparison-photo-fine = Nothing to remark.
comparison-dropped = Not used
compare-clocks-differ = Clocks of the cameras: days between the sittings by them { $clocks }, by --days { $days }; that of --days counts.
compare-unused = { $name }: taken too differently from the first photograph: { $what }.
comparison-methods = Methods
comparison-method-zones = Zones from 478 landmarks of the face.
comparison-digest = { $name }: SHA-256 { $digest }
comparison-interval = { $low } to { $high }
comparison-note-own = A person is compared only with herself. There is no skin age and no ranking among people.
comparison-note-drawn = The photograph after was moved and stretched onto the one before only to be shown; it was measured as it was taken.

measuring-progress = Photographs
measuring-failed = Refused
measuring-advised-against = Not measured, because of: { $what }. With --anyway it is.
measuring-page = Written to { $path }, with what was found drawn over the photograph.
measuring-written = { $photos ->
    [one] { $photos } photograph written to { $path }.
   *[other] { $photos } photographs written to { $path }.
}
measuring-written-some = Measured: { $measured }, refused: { $refused }. Written to { $path }.
calibrate-done = { $people ->
    [one] { $people } person
   *[other] { $people } people
}, { $sittings ->
    [one] { $sittings } sitting
   *[other] { $sittings } sittings
}, { $shots ->
    [one] { $shots } photograph
   *[other] { $shots } photographs
}: calibration written to { $path }.
calibrate-title = How well your photographs measure
calibrate-note = The smallest change that can be told from a repeated photograph, whole face. It holds for somebody with about as many pores, spots and so on as the people photographed; with fewer the change must be larger. With three shots a sitting it is smaller.
calibrate-col-one = One shot
calibrate-col-three = Three shots
calibrate-borrowed = Nobody sat often enough to tell what a new sitting adds to some of the numbers: for those it was taken from the table of synthetic people.
phantom-written = Written: { $path }

trend-title = A course in photographs
trend-facts = { $sittings } sittings from { $first } to { $last }, { $shots } photographs.
trend-too-early = Less than { $days } days lie between the first sitting and the last. The passing effect of a treatment is still on the skin; the numbers below are no result.
trend-none = From the first sitting to the last no measure changed by more than its error.
trend-nothing = No measure could be followed through three sittings.
trend-col-first = First
trend-col-last = Last
trend-pictures = First and last
trend-slider = Uncover the first photograph or the last
trend-alt = Photograph of { $day }, laid onto the first
trend-first = the first photograph, all others are laid onto it
trend-charts = Every measure in its course
trend-legend = Rings are sittings, each the mean of its shots. The line is the level that all sittings together speak for; in 95 of 100 courses it truly lies in the band.
trend-axis = days since { $first }
trend-method = Trend: local level from all sittings with their errors, method 1. Numbers of both ends are those of the line, not of single photographs.
trend-note-early = Photographs taken less than 14 days after a treatment show its passing effect: take each sitting before the next treatment.
trend-col-person = Person
trend-written = { $people ->
    [one] { $people } course written to { $path }.
   *[other] { $people } courses written to { $path }.
}

marker-title = Markers for close-ups
marker-print = Print at 100 %, without fitting to the page, on matt paper.
marker-check = Measure the line below: if it is not as long as it says, the printer has changed the size.
marker-cut = Cut along the dashed lines. The white rim must stay: without it a marker is not found.
marker-lay = Lay the marker flat on the skin beside the place, in the same plane, and photograph both together. Take a new one for each person.
marker-ruler = { $mm } mm
marker-number = No. { $number }, black square 20 mm
marker-written = Written: { $path }. Print at 100 %.
