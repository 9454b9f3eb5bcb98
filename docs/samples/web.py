"""Rendered PNG -> what the start screen offers: python3 web.py in.png ID

Writes public/samples/ID.jpg, at the best quality up to 92 that stays under 400 kB, and ID-thumb.jpg, 320 px wide.
"""
import io
import pathlib
import sys

from PIL import Image

LIMIT_BYTES = 400_000
THUMB_WIDTH = 320
FOLDER = pathlib.Path(__file__).resolve().parents[2] / "public" / "samples"


def encoded(picture, quality):
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=quality, subsampling="4:2:0", optimize=True, progressive=True)
    return target.getvalue()


source, name = sys.argv[1:3]
picture = Image.open(source).convert("RGB")
for quality in range(92, 60, -1):
    data = encoded(picture, quality)
    if len(data) <= LIMIT_BYTES:
        break
(FOLDER / f"{name}.jpg").write_bytes(data)

thumb = picture.resize((THUMB_WIDTH, round(THUMB_WIDTH * picture.height / picture.width)), Image.LANCZOS)
(FOLDER / f"{name}-thumb.jpg").write_bytes(encoded(thumb, 85))
print(f"{name}: quality {quality}, {len(data)} bytes")
