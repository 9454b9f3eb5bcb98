import { encode } from 'fast-png';

/** A file as Playwright hands it to a file input. */
export type PictureFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** 8-bit RGB pixels, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array<ArrayBuffer> };

type Rgb = readonly [red: number, green: number, blue: number];

const RED: Rgb = [255, 0, 0];
const BLUE: Rgb = [0, 0, 255];
const BLACK: Rgb = [12, 12, 12];

/** Small repeatable noise, -8 to 8, so that every pixel differs from its neighbours and an untouched one can be told. */
const noise = (x: number, y: number): number => {
  let hash = Math.imul(x, 374761393) ^ Math.imul(y, 668265263);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  return ((hash >>> 16) % 17) - 8;
};

type Centre = { readonly x: number; readonly y: number };

/** Where the two squares of every picture have their centres, in image px. */
export const markers = (width: number, height: number): { readonly red: Centre; readonly blue: Centre } => ({
  red: { x: Math.round(width * 0.2), y: Math.round(height * 0.2) },
  blue: { x: Math.round(width * 0.8), y: Math.round(height * 0.8) },
});

/**
 * A noisy slope of colour with a red and a blue square, by which a screenshot tells where the picture is on the screen, and
 * between them a black disc, an eighth of the shorter side in radius: the object to remove.
 */
export const testPicture = (width: number, height: number): Pixels => {
  const data = new Uint8Array(width * height * 3);
  const { red, blue } = markers(width, height);
  const shorter = Math.min(width, height);
  const isMarked = (x: number, y: number, centre: Centre): boolean =>
    Math.max(Math.abs(x + 0.5 - centre.x), Math.abs(y + 0.5 - centre.y)) < Math.round(shorter / 16);
  const isInDisc = (x: number, y: number): boolean =>
    (x + 0.5 - width / 2) ** 2 + (y + 0.5 - height / 2) ** 2 <= (shorter / 8) ** 2;
  const colourAt = (x: number, y: number): Rgb => {
    if (isMarked(x, y, red)) return RED;
    if (isMarked(x, y, blue)) return BLUE;
    if (isInDisc(x, y)) return BLACK;
    const grain = noise(x, y);
    return [110 + (60 * x) / width + grain, 150 + grain, 120 + (60 * y) / height + grain];
  };
  let index = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [r, g, b] = colourAt(x, y);
      data[index++] = r;
      data[index++] = g;
      data[index++] = b;
    }
  return { width, height, data };
};

/** The pixels as a PNG file. */
export const pngFile = (pixels: Pixels, name = 'picture.png'): PictureFile => ({
  name,
  mimeType: 'image/png',
  // Speed over size: these files live for one test.
  buffer: Buffer.from(encode({ ...pixels, channels: 3, depth: 8 }, { zlib: { level: 1 } })),
});

/** Only the start of a PNG: what a header probe sees of a picture of that size, 1 bit per pixel. */
export const pngHeader = (width: number, height: number, name: string): PictureFile => {
  const header = Buffer.alloc(33);
  header.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'ascii');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header[24] = 1;
  return { name, mimeType: 'image/png', buffer: header };
};

/** The same JPEG with an EXIF block that says how it is to be turned (1 to 8; 6 = a quarter turn clockwise). */
export const withExifOrientation = (jpeg: Buffer, orientation: number): Buffer => {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)]);
};
