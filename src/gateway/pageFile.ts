/** One file of the built page, ready to be sent. */
export type PageFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string; readonly cache: string };

/** Looks a file up by its path below the page's root, for example "assets/index-1a2b.js"; undefined where there is none. */
export type PageFiles = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

/** Vite puts a hash of the content into these names: what is behind such a name never changes. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;

/** The path below the root that a URL path asks for; undefined when it may not be asked for. */
const pagePath = (urlPath: string): string | undefined => {
  let decoded;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  const segments = decoded.slice(1).split('/');
  if (segments.length === 1 && segments[0] === '') return 'index.html';
  // No dot files, no climbing out, no second spelling of a separator, no drive letter, no end of string.
  const isPlain = (segment: string) => segment !== '' && !segment.startsWith('.') && !/[\\:\0]/.test(segment);
  return segments.every(isPlain) ? segments.join('/') : undefined;
};

/** Finds what a URL path asks for, with its type and how long it may be kept. */
export const findPageFile = async (files: PageFiles, urlPath: string): Promise<PageFile | undefined> => {
  const path = pagePath(urlPath);
  const type = TYPES[path?.split('.').pop() ?? ''];
  if (!path || !type) return undefined;
  const bytes = await files(path);
  const cache = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return bytes && { bytes, type, cache };
};
