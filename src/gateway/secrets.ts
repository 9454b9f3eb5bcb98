import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 random bits as 32 hex digits: cannot be guessed. */
export const randomName = (): string => randomBytes(16).toString('hex');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in a time that tells nothing about where two texts differ, nor about their lengths. */
export const isSameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
