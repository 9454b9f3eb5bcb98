import { EncodeError, type EncodeErrorKind } from './encodeError.ts';
import { OpenError, type OpenErrorKind } from './openError.ts';
import type { Outcome } from './rasterMethods.ts';
import { ReceiveError, type ReceiveErrorKind } from './receiveError.ts';

/** Turns an OpenError into a refusal; anything else goes on as an error. */
export const openOutcome = async <Value>(work: Promise<Value>): Promise<Outcome<Value, OpenErrorKind>> => {
  try {
    return { kind: 'done', value: await work };
  } catch (error) {
    if (error instanceof OpenError) return { kind: 'refused', reason: error.kind, message: error.message };
    throw error;
  }
};

/** Turns an EncodeError into a refusal; anything else goes on as an error. */
export const encodeOutcome = async <Value>(work: Promise<Value>): Promise<Outcome<Value, EncodeErrorKind>> => {
  try {
    return { kind: 'done', value: await work };
  } catch (error) {
    if (error instanceof EncodeError) return { kind: 'refused', reason: error.kind, message: error.message };
    throw error;
  }
};

/** Turns a ReceiveError into a refusal; anything else goes on as an error. */
export const receiveOutcome = async <Value>(work: Promise<Value>): Promise<Outcome<Value, ReceiveErrorKind>> => {
  try {
    return { kind: 'done', value: await work };
  } catch (error) {
    if (error instanceof ReceiveError) return { kind: 'refused', reason: error.kind, message: error.message };
    throw error;
  }
};
