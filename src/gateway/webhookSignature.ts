import { createHmac, timingSafeEqual } from 'node:crypto';

/** Checks an HMAC-SHA256 in hex, with or without `sha256=` before it, over the body's bytes as they came. */
export const isSigned = (body: Uint8Array, secret: string, signature: string): boolean => {
  const hex = signature.trim().replace(/^sha256=/i, '');
  if (!/^[0-9a-f]{64}$/i.test(hex)) return false;
  return timingSafeEqual(createHmac('sha256', secret).update(body).digest(), Buffer.from(hex, 'hex'));
};
