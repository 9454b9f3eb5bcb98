import type { EditDocument } from '../document/editDocument.ts';
import type { CallContext, EditProvider } from '../providers/contract.ts';
import type { EditRequest } from './editRequest.ts';

/** What calls are made with. */
export type CallSetup = Pick<CallContext, 'connection' | 'fetch' | 'wait'> & {
  /** Whether the gateway can receive webhooks. */
  readonly webhooks?: boolean;
};

/** One press of Generate: a snapshot of everything that it depends on. */
export type Order = {
  readonly document: EditDocument;
  readonly provider: EditProvider;
  readonly request: EditRequest;
  readonly call: CallSetup;
  /** True where the user holds on to this seed: another seed is another request then. */
  readonly keepSeed?: boolean;
  /** The file that the source was opened from, where it is one; a job that outlives the page keeps it. */
  readonly file?: { readonly name: string; readonly bytes: Blob } | null;
};

/**
 * Whether two orders ask for the same thing, so that the second of two presses is a slip of the finger. A seed that was rolled for each
 * press does not make them different.
 */
export const isSameOrder = (a: Order, b: Order): boolean =>
  a.document.source === b.document.source &&
  a.document.mask === b.document.mask &&
  a.provider.id === b.provider.id &&
  JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));

const comparable = ({ document, request, keepSeed = false }: Order) => ({
  frame: document.frame,
  request: { ...request, seed: keepSeed ? request.seed : null },
});
