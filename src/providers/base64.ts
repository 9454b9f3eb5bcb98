/** Bytes per piece: a multiple of 3, so that only the last piece is padded, and few enough arguments for one call. */
const PIECE = 0x6000;

/** Standard base64 with padding, without a data-URL prefix. */
export const encodeBase64 = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(start, start + PIECE))));
  return pieces.join('');
};

/**
 * Reads base64 as providers write it: with or without a data-URL prefix, line breaks or padding, in the standard or the URL-safe alphabet.
 * Null where it is not base64 or holds nothing.
 */
export const decodeBase64 = (text: string): Uint8Array<ArrayBuffer> | null => {
  const bare = text
    .trim()
    .replace(/^data:[^,]{0,200};base64,/i, '')
    .replace(/\s+/g, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/');
  // By hand: the pattern /=+$/ takes quadratic time on a long run of "=" that does not end the text.
  let end = bare.length;
  while (bare[end - 1] === '=') end--;
  if (end === 0) return null;
  try {
    const binary = atob(bare.slice(0, end));
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
    return bytes;
  } catch {
    return null;
  }
};
