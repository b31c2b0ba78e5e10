"""Skin on photographs: admitted, gated, aligned, corrected and measured, each number with its unit and its error.

Arrays are NumPy, height first. Pixels are `uint8` sRGB unless a name says otherwise; nothing modifies its input.
A photograph informs people; nothing here decides who is treated.
"""
