import type { EditDocument } from '../document/editDocument.ts';
import { maskBounds } from '../document/tileMask.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Capabilities } from '../providers/contract.ts';

/** How a document becomes a provider's call, or why it can't, known before anything is sent. */
export type Plan =
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'ready'; readonly region: Rect; readonly feather: number };

export const planEdit = (document: EditDocument | null, capabilities: Capabilities): Plan => {
  if (!document) return { kind: 'refused', reason: 'Open a picture first.' };
  const bounds = maskBounds(document.mask);
  if (!bounds) return { kind: 'refused', reason: 'Paint over what should change first.' };
  return { kind: 'ready', region: capabilities.context(bounds, document.source.size), feather: capabilities.feather };
};
