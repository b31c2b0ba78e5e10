"""Has skin changed? Changes with their error, and a word only where the error allows one.

    calibration = default_calibration()
    outcome = compare(before, after, calibration, days=30)
    outcome.of("pores").word  # improved, worse, no-change, not-comparable, too-early

A photo measures, this weighs what was measured against how well it can be measured.
"""
