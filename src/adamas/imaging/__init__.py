"""Skin on photographs: admitted, gated, aligned, corrected, measured; each number with its unit and error.

Arrays are NumPy, height first. Pixels are `uint8` sRGB unless a name says otherwise; no input is modified.
A photograph informs people; nothing here decides who is treated.
"""
