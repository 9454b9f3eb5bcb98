import { isLoopback } from './isLoopback.ts';

/** Why `address` cannot be a provider's base URL, as a sentence; null where it can. https, or http on this computer. */
export const baseUrlProblem = (address: string): string | null => {
  if (!URL.canParse(address)) return 'Write a whole address, for example https://api.example.com/v1.';
  const { protocol, username, password, search, hash } = new URL(address);
  if (username || password) return 'Leave user name and password out of the address; the key has its own field.';
  // A lone “?” or “#” is in neither.
  if (search || hash || /[?#]/.test(address)) return 'Leave out everything from “?” or “#” on.';
  if (protocol === 'https:') return null;
  if (protocol !== 'http:') return 'The address has to begin with https://.';
  return isLoopback(address)
    ? null
    : 'Without https anyone on the way can read the key. http works on this computer only.';
};
