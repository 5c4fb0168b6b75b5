"""PDF files by hand: characters and strokes where they are wanted, in a font that is not in the file."""

from __future__ import annotations

from io import BytesIO

# The third to the fifth object of a file.
FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
)


def shown(text: str, x: float, y: float, size: float = 10.0) -> str:
    """The drawing of a line of text; lengths in points, from the lower left corner of the page."""
    return f"BT /F {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def pdf(*drawings: str) -> bytes:
    """A file whose pages, 400 by 600 points, have the given drawings."""
    pages, streams = [], []
    for number, drawing in enumerate(drawings):
        stream = 6 + len(drawings) + number
        pages.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents {stream} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        streams.append(f"<</Length {len(drawing)}>>stream\n{drawing}\nendstream")
    kids = " ".join(f"{6 + number} 0 R" for number in range(len(pages)))
    tree = f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"
    return written("<</Type/Catalog/Pages 2 0 R>>", tree, *FONT, *pages, *streams)


def written(*objects: str, trailer: str = "") -> bytes:
    """The file of the objects, the first of which is the catalogue."""
    file = BytesIO(b"%PDF-1.4\n")
    file.seek(0, 2)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(file.tell())
        file.write(f"{number} 0 obj{body}endobj\n".encode())
    start = file.tell()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    file.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode())
    file.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF".encode())
    return file.getvalue()
