"""How much of anything the reader takes: beyond this an input is no newspaper but a mistake or an attack.

A clock would cut the same page here and not there. So sizes are bounded, and with them time and memory: what
is larger is a problem of that file, told with what to do, and the rest of the batch goes on.
"""

from __future__ import annotations

# A file is read into memory whole, and takes some four times its size there.
FILE_BYTES = 256 * 2**20
# Of a .txt file: two hundred full pages. They take a minute, or three where each line could be a headline.
TEXT_CHARACTERS = 2_000_000
# Of an article: a whole page of a newspaper has a tenth of it. The rules take time in the square of it.
ARTICLE_CHARACTERS = 100_000
# Of a web page: ten times what heavy ones have. Telling what is the article on it takes half a minute then.
HTML_CHARACTERS = 2_000_000
# Of the text of a .docx file, unpacked: one that holds the longest article has some 5 MB.
DOCX_BYTES = 32 * 2**20
