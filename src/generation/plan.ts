import type { Margins } from '../geometry/margins.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Size } from '../geometry/size.ts';
import type {
  Cost,
  ImageFormat,
  MaskEncoding,
  NativeOutpaint,
  Operation,
  ParameterValue,
  SizeRules,
  Transport,
} from '../providers/contract.ts';

/**
 * How a document becomes a provider's calls, or why it can't: known before anything is sent, and everything that Review shows.
 * Rectangles are in canvas px: those of the finished picture, whose origin is the top left of `canvas`.
 */
export type Plan = Refusal | ReadyPlan;

/** Where the reason for a refusal is to be shown. */
export type Control =
  | 'picture'
  | 'mask'
  | 'frame'
  | 'provider'
  | 'prompt'
  | 'negative-prompt'
  | 'search-prompt'
  | 'seed'
  | 'candidates'
  | `parameter:${string}`;

export type Refusal = { readonly kind: 'refused'; readonly control: Control; readonly reason: string };

export type ReadyPlan = {
  readonly kind: 'ready';
  readonly operation: Operation;
  readonly strategy: 'inpaint' | 'native-outpaint' | 'pad-inpaint' | 'replace';
  /** Rectangle of the finished picture in px of the source: the source's own, or the frame where it is expanded. */
  readonly canvas: Rect;
  /** What is known of it from the start, canvas px: the source within the frame. */
  readonly known: Rect;
  /** One call each, in order; each goes on from what the one before brought. Never empty. */
  readonly steps: readonly [PlannedStep, ...PlannedStep[]];
  /** Width of the soft edge at paste back, canvas px. */
  readonly feather: number;
  readonly candidates: number;
  readonly cost: Cost;
  readonly resolution: Resolution;
  readonly warnings: readonly Warning[];
  /** What every step sends along. */
  readonly words: {
    readonly prompt: string;
    readonly negativePrompt: string;
    readonly searchPrompt: string;
    readonly seed: number | null;
    readonly parameters: Readonly<Record<string, ParameterValue>>;
  };
  readonly maskOptions: { readonly grow: number; readonly invert: boolean };
};

/** One call of the provider. */
export type PlannedStep = {
  readonly operation: Operation;
  readonly transport: Transport;
  readonly mask: MaskEncoding;
  readonly maxFileBytes: number | null;
  /** Formats of the image where PNG would have more bytes, best first. */
  readonly smallFormats: readonly Exclude<ImageFormat, 'png'>[];
  readonly rules: SizeRules;
  /** Set where the provider grows the picture by itself: how, and by how many px of the canvas. */
  readonly grows: { readonly native: Exclude<NativeOutpaint, { kind: 'none' }>; readonly by: Margins } | null;
  /** The scale that the image is sent at; of the two axes the smaller one. */
  readonly scale: number;
  /** What is sent of the canvas. */
  readonly region: Rect;
  /** The region scaled, px; what is sent is `size`: padded on the right and at the bottom. */
  readonly work: Size;
  readonly size: Size;
  /** How much the provider adds around the image sent, px of it; null unless it grows pictures by itself. */
  readonly margins: Margins | null;
  /** Size of the answer that fits, px. */
  readonly expected: Size;
  /** The part of such an answer that is used (px of it, may be fractional), and the part of the canvas it fills. */
  readonly take: Rect;
  readonly target: Rect;
  /** What of the canvas is known when the step begins; outside of it everything is repainted. */
  readonly known: Rect;
  /** px of the known part beyond whose edge the new band begins that are repainted too, so that the seam can blend. */
  readonly overlap: number;
  /** True where an answer of the right size may still have the picture elsewhere. */
  readonly verifyPlacement: boolean;
};

/** What detail the result will have. `scale` below 1: fewer px are generated than are shown. */
export type Resolution = { readonly sent: Size; readonly shown: Size; readonly scale: number; readonly text: string };

export type Warning = { readonly code: WarningCode; readonly message: string; readonly control?: Control };

export type WarningCode =
  | 'reduced'
  | 'enlarged'
  | 'padded'
  | 'prompt-long'
  | 'mask-unused'
  | 'unmasked-changed'
  | 'candidates-limited'
  | 'several-calls'
  | 'public-link';
