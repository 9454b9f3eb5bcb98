import { encode } from 'fast-png';

/** A file as Playwright hands it to a file input. */
export type PictureFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** 8-bit RGB pixels, row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array<ArrayBuffer> };

export type Rgb = readonly [red: number, green: number, blue: number];

const RED: Rgb = [255, 0, 0];
const BLUE: Rgb = [0, 0, 255];

/** Small repeatable noise, -8 to 8, so that every pixel differs from its neighbours and an untouched one can be told. */
const noise = (x: number, y: number): number => {
  let hash = Math.imul(x, 374761393) ^ Math.imul(y, 668265263);
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
  return ((hash >>> 16) % 17) - 8;
};

const fill = (width: number, height: number, colourAt: (x: number, y: number) => Rgb): Pixels => {
  const data = new Uint8Array(width * height * 3);
  let index = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (const value of colourAt(x, y)) data[index++] = Math.max(0, Math.min(255, value));
  return { width, height, data };
};

const isInDisc = (x: number, y: number, centreX: number, centreY: number, radius: number): boolean =>
  (x + 0.5 - centreX) ** 2 + (y + 0.5 - centreY) ** 2 <= radius ** 2;

/** A noisy slope of colour with a black disc in the middle, an eighth of the height in radius: the object to remove. */
export const discPicture = (width: number, height: number): Pixels =>
  fill(width, height, (x, y) => {
    if (isInDisc(x, y, width / 2, height / 2, height / 8)) return [12, 12, 12];
    const grain = noise(x, y);
    return [110 + (60 * x) / width + grain, 150 + grain, 120 + (60 * y) / height + grain] as const;
  });

/** Where the two squares of `markedPicture` have their centres, in image px. */
export const markers = (width: number, height: number) => ({
  red: { x: Math.round(width * 0.2), y: Math.round(height * 0.2) },
  blue: { x: Math.round(width * 0.8), y: Math.round(height * 0.8) },
});

/** Plain grey with a red and a blue square, by which a screenshot tells where the picture is on the screen. */
export const markedPicture = (width: number, height: number): Pixels => {
  const { red, blue } = markers(width, height);
  const half = Math.round(Math.min(width, height) / 16);
  const isNear = (x: number, y: number, centre: { x: number; y: number }) =>
    Math.abs(x + 0.5 - centre.x) < half && Math.abs(y + 0.5 - centre.y) < half;
  return fill(width, height, (x, y) => (isNear(x, y, red) ? RED : isNear(x, y, blue) ? BLUE : [128, 128, 128]));
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
