import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FillCase } from './fillCase.ts';

/** Python is only used here, to decode photographs exactly as the scoring script does. */
const decodeScript = `
import sys
from PIL import Image
picture = Image.open(sys.argv[1]).convert(sys.argv[2])
sys.stdout.buffer.write(picture.width.to_bytes(4, 'little') + picture.height.to_bytes(4, 'little') + picture.tobytes())
`;

const decode = (path: string, mode: 'RGBA' | 'L') => {
  const output = execFileSync('/usr/bin/python3', ['-c', decodeScript, path, mode], { maxBuffer: 2 ** 28 });
  return { width: output.readUInt32LE(0), height: output.readUInt32LE(4), bytes: new Uint8Array(output.subarray(8)) };
};

/** The cases of a study folder (photos/index.json maps a case to its photograph), or none where it or Python's PIL is missing. */
export const studyCases = (study: string): FillCase[] => {
  const indexPath = join(study, 'photos', 'index.json');
  if (!existsSync(indexPath)) return [];
  try {
    execFileSync('/usr/bin/python3', ['-c', 'import PIL'], { stdio: 'ignore' });
  } catch {
    console.log('The photographs are left out: reading them needs /usr/bin/python3 with PIL (Debian: python3-pil).');
    return [];
  }
  const index = JSON.parse(readFileSync(indexPath, 'utf8')) as Record<string, string>;
  return Object.entries(index).map(([name, photograph]) => {
    const picture = decode(join(study, 'photos', `${photograph}.jpg`), 'RGBA');
    const mask = decode(join(study, 'photos', `${name}.mask.png`), 'L');
    const job = {
      pixels: new Uint8ClampedArray(picture.bytes),
      hole: mask.bytes.map((value) => (value > 127 ? 1 : 0)),
      width: picture.width,
      height: picture.height,
      seed: 1,
    };
    return { name, job };
  });
};
