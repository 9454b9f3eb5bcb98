import { textAt, uint16, uint16Little, uint32, uint32Little } from './byteReading.ts';
import type { Orientation } from './imageType.ts';

export type ExifFacts = { readonly orientation: Orientation; readonly hasLocation: boolean };

export const noExif: ExifFacts = { orientation: 1, hasLocation: false };

const orientationTag = 0x0112;
const locationDirectoryTag = 0x8825;
const latitudeTag = 2;
const longitudeTag = 4;
const entryBytes = 12;

type Numbers = {
  readonly short: (bytes: Uint8Array, at: number) => number;
  readonly long: (bytes: Uint8Array, at: number) => number;
};

/** Reads orientation and presence of a GPS position from a TIFF block (what follows "Exif\0\0"). Damaged blocks tell nothing. */
export const probeExif = (tiff: Uint8Array): ExifFacts => {
  const numbers = numbersOf(textAt(tiff, 0, 4));
  if (!numbers) return noExif;
  const first = directory(tiff, numbers.long(tiff, 4), numbers);
  const orientation = first.get(orientationTag);
  const locationEntry = first.get(locationDirectoryTag);
  const location = locationEntry === undefined ? null : directory(tiff, numbers.long(tiff, locationEntry), numbers);
  return {
    orientation: orientation === undefined ? 1 : orientationOf(numbers.short(tiff, orientation)),
    hasLocation: location !== null && (location.has(latitudeTag) || location.has(longitudeTag)),
  };
};

const numbersOf = (mark: string): Numbers | null => {
  if (mark === 'MM\0*') return { short: uint16, long: uint32 };
  if (mark === 'II*\0') return { short: uint16Little, long: uint32Little };
  return null;
};

/** Where the value of each tag of one directory stands. */
const directory = (tiff: Uint8Array, at: number, { short }: Numbers): ReadonlyMap<number, number> => {
  const values = new Map<number, number>();
  const count = Math.min(short(tiff, at), Math.floor((tiff.length - at - 2) / entryBytes));
  for (let index = 0; index < count; index++) {
    const entry = at + 2 + index * entryBytes;
    values.set(short(tiff, entry), entry + 8);
  }
  return values;
};

const orientationOf = (value: number): Orientation => (value >= 1 && value <= 8 ? (value as Orientation) : 1);
