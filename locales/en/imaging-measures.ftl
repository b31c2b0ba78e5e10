# What the measures of a photo are called, why one cannot be taken, and how far to trust it.

measure-comedones = Comedones
measure-evenness = Evenness of tone
measure-lines = Lines and wrinkles
measure-marks = Marks and scars
measure-papules = Inflamed spots
measure-pores = Pores
measure-redness = Redness
measure-relief = Surface relief
measure-shine = Shine
measure-spots = Brown spots
measure-tone = Skin tone

## Why there is no number

measure-no-skin = No skin was found here.
measure-too-little-skin = Less than 0.5 cm² of skin can be seen here.
measure-too-coarse = The photo shows too few pixels per millimetre for this. Come closer, or use the main camera at full size.
measure-burnt-out = Most of it is burnt out: its colour is lost. Shorten the exposure.
measure-nothing-to-average = Nothing was found here, so there is nothing to average.

## What two photos must have in common

measure-same-shadows = Compare only photos lit from the very same side: lines are shadows.
measure-same-light = Compare only photos lit from the same side.
measure-same-colour = Compare only photos with the same colour card, or the same untreated skin, in the frame.
measure-same-expression = Compare only faces with the same calm expression.
measure-in-focus = The photo must be in focus.
measure-no-make-up = The skin must be clean and free of make-up.

## What the number does not say

measure-experimental = Experimental: to look at, not to judge a treatment by.
pores-enlarged-only = Counts pores from 0.22 mm; on a photo of a whole face the smallest of them are missed.
lines-not-fine = Sees deep and medium lines; many of the finest are missed.
spots-tone = Spots stand out more on dark skin, so compare a person only with the same person.
papules-no-diagnosis = Counts red patches; what they are, only a doctor can say.
redness-relative = Says how far the reddest skin exceeds this person's own middle, not how red the skin is altogether.
relief-light = Depends on where the light comes from more than on anything else.
shine-clipped = Where the photo is burnt out it reads too low.
tone-needs-card = Without a colour card it changes by several degrees from photo to photo on its own.

## How colours were corrected

colour-chart = Corrected by the colour chart in the frame.
colour-grey-card = Corrected by the grey card in the frame.
colour-reference-zone = Corrected by skin that was not treated.
colour-none = Colours are not corrected: neither a card nor untreated skin was used.
colour-unshared = Colours are not corrected: not every photograph shows the same card, so none was used. Lay it into every picture.
colour-expected = Expected error of skin colour: ΔE00 up to { $delta-e }, ITA up to { $ita }° in 95 photos of 100.
colour-expected-between = Expected error of a change of skin colour between the photographs: ΔE00 up to { $delta-e }, ITA up to { $ita }° in 95 photos of 100; the colours themselves are those of the first photograph.
sharpness-unknown = Whether all photographs are equally sharp could not be read: too little skin is seen on all of them.
sharpness-alike = All photographs are equally sharp.
sharpness-matched = Measured at the sharpness of the least sharp photograph: sharper ones were softened by up to { $um } µm, because a sharper photograph shows more pores on the same skin.
