"""How much of anything the reader takes: beyond this an input is no newspaper but a mistake or an attack.

A clock would cut the same page here and not there. So sizes are bounded, and with them time and memory: what
is larger is a problem of that file, which says what to do, and the rest of the batch goes on.
"""

from __future__ import annotations

# A file is read into memory whole, and takes some four times its size there.
FILE_BYTES = 256 * 2**20
# Of a .txt file: two hundred full pages. They take a minute, or three where each line could be a headline.
TEXT_CHARACTERS = 2_000_000
# Of a PDF or a picture: more pages than any issue has.
PAGES = 300
# Of a page of them: a broadsheet holds some 12,000 characters, in 1,500 runs and 100 stacks of lines; how
# they go together takes time in the square of these. Its pixels are those of one at 400 dots an inch.
PAGE_CHARACTERS, PAGE_RUNS, PAGE_BLOCKS, PAGE_PIXELS = 100_000, 5_000, 200, 60_000_000
# Of a PDF, unpacked: of what draws one page, of which a full one has 1 MB, and of all but its pictures.
PDF_STREAM_BYTES, PDF_BYTES = 16 * 2**20, 512 * 2**20
# Of an article: a whole page of a newspaper has a tenth of it. The rules take time in the square of it.
ARTICLE_CHARACTERS = 100_000
# Of a web page: ten times what heavy ones have. Telling what is the article on it takes half a minute then.
HTML_CHARACTERS = 2_000_000
# Of the text of a .docx file, unpacked: one that holds the longest article has some 5 MB.
DOCX_BYTES = 32 * 2**20
