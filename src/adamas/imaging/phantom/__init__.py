"""Skin that never was, of which everything is known: the ruler our measures are measured with.

    drawn = sheet(Skin(seed=7, melanin=melanin_for(-20, blood=0.015)))  # colour, relief, truth
    light = shade(drawn, Light(azimuth_deg=90))  # what leaves the skin
    shot = shoot(light, PHONE, seed=1)  # pixels, and the map back to the sheet
    drawn.truth.of("pore"), shot.geometry.to_photo(drawn.truth.centres_px("pore"))

`generate.photograph` does all three, `generate.portray` the same with a whole face, `generate.generate` and
`generate.write` put the photo and its truth into files. The same seed is the
same person; change one wish, and only that changes. Nothing here is needed to measure real photographs.
"""
