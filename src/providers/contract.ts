import type { Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';

/** What a provider can do, as data that the interface reads before anything is sent. */
export type Capabilities = {
  readonly operations: readonly ('inpaint' | 'outpaint')[];
  /** 'ignored': the prompt field says so and nothing of it is used. */
  readonly prompt: 'used' | 'ignored';
  readonly seed: boolean;
  readonly cost: { readonly kind: 'free' };
  /** How much of the picture around the mask it wants to see: image px, within the picture. */
  readonly context: (maskBounds: Rect, picture: Size) => Rect;
  /** Image px over which the result fades into the source, inwards from the mask's edge. */
  readonly feather: number;
};

/** One call: the region's pixels (RGBA, straight alpha) and the mask's coverage there (0 to 255), both of `size`, row by row. The buffers are given away. */
export type PlanStep = {
  readonly size: Size;
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly mask: Uint8Array<ArrayBuffer>;
  readonly prompt: string;
  readonly seed: number;
};

export type CallContext = {
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly onProgress: (fraction: number) => void;
};

/** Pictures of the step's size, RGBA, straight alpha. */
export type ProviderResult = {
  readonly candidates: readonly { readonly pixels: Uint8ClampedArray<ArrayBuffer>; readonly seed: number | null }[];
};

export type EditProvider = {
  readonly id: string;
  readonly label: string;
  readonly capabilities: Capabilities;
  /** Rejects with a ProviderError, or with the signal's reason once it is aborted. */
  edit(step: PlanStep, call: CallContext): Promise<ProviderResult>;
};
