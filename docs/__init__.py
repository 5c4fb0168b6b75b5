"""The pages that tell how the program is made; `make` writes those that are made from the code."""
