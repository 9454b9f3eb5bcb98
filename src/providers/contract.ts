import type { Margins } from '../geometry/margins.ts';
import type { Size } from '../geometry/size.ts';

export type Operation = 'inpaint' | 'outpaint' | 'erase' | 'search-and-replace';

export type ImageFormat = 'png' | 'jpeg' | 'webp';

/** How a provider wants the mask. Only `raster/` encodes masks; adapters never touch pixels. */
export type MaskEncoding =
  | { readonly kind: 'none' }
  /** A grey PNG: `edit` is the value of what is repainted. Not `soft`: thresholded at 128. */
  | { readonly kind: 'grey'; readonly edit: 255 | 0; readonly soft: boolean }
  /** An RGBA PNG of its own, transparent where it is repainted. */
  | { readonly kind: 'alpha-mask' }
  /** In the image itself: transparent where it is repainted. */
  | { readonly kind: 'image-alpha' };

/** What sizes a provider takes, px. Missing: no limit. */
export type SizeRules = {
  readonly minSide?: number;
  readonly maxSide?: number;
  readonly minPixels?: number;
  readonly maxPixels?: number;
  /** Both sides are padded up to a multiple of this, by edge replication. */
  readonly multipleOf?: number;
  readonly aspect?: { readonly min: number; readonly max: number };
  /** A closed list of sizes. */
  readonly fixed?: readonly Size[];
};

/** How a provider grows a picture by itself; `none` is padded and inpainted. */
export type NativeOutpaint =
  | { readonly kind: 'none' }
  | { readonly kind: 'margins'; readonly maxPerSide?: number; readonly step?: number }
  /** One side at a time, or all sides with the picture in the middle. `uneven` says how other margins are made: by inpainting a padded picture, or in several calls. */
  | { readonly kind: 'direction'; readonly uneven: 'pad-inpaint' | 'native-split' };

/** How images travel: raw pixels within this browser, a multipart form, base64 in JSON, or an address the provider fetches. */
export type Transport = 'pixels' | 'multipart' | 'base64' | 'public-url';

/** What one operation of a provider takes. */
export type OperationCapability = {
  readonly mask: MaskEncoding;
  readonly size: SizeRules;
  readonly transport: Transport;
  readonly maxFileBytes?: number;
  /** Formats that an image may have where PNG would be too large, best first. Missing: JPEG, WebP. */
  readonly smallFormats?: readonly Exclude<ImageFormat, 'png'>[];
  readonly prompt: 'required' | 'optional' | 'ignored';
  readonly promptMaxTokens?: number;
  readonly outpaint?: NativeOutpaint;
  /** Whether pixels outside the mask come back as they were sent. */
  readonly preservesUnmasked: 'exact' | 'approximate' | 'no';
};

/** One option of a provider, rendered from this. `sendWhen: 'set'` leaves it out unless the user chose a value. */
export type Parameter = {
  readonly key: string;
  readonly label: string;
  readonly operations: readonly Operation[];
  readonly sendWhen: 'always' | 'set';
  readonly help?: string;
} & (
  | {
      readonly type: 'integer' | 'number';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly initial: number;
    }
  | { readonly type: 'boolean'; readonly initial: boolean }
  | {
      readonly type: 'choice';
      readonly values: readonly { readonly value: string; readonly label: string }[];
      readonly initial: string;
    }
  | { readonly type: 'text'; readonly initial: string }
);

export type ParameterValue = string | number | boolean;

/** Cost is always an interval with what it is based on. */
export type Cost =
  | { readonly kind: 'free' }
  | { readonly kind: 'unknown'; readonly basis: string }
  | {
      readonly kind: 'estimate';
      readonly unit: 'USD' | 'credits';
      readonly low: number;
      readonly high: number;
      readonly basis: string;
    };

/** What a provider can do, as data that the interface and the planner read before anything is sent. */
export type Capabilities = {
  readonly operations: Readonly<Partial<Record<Operation, OperationCapability>>>;
  readonly parameters: readonly Parameter[];
  readonly negativePrompt: boolean;
  readonly seed: { readonly min: number; readonly max: number } | null;
  /** Most pictures one generation brings. */
  readonly maxCandidates: number;
  /** Most requests of this provider in flight at once. */
  readonly concurrency: number;
  /** What it needs of the gateway: its key kept or its host reached there, results fetched there, files published there, webhooks received there. */
  readonly needs: {
    readonly gateway: 'no' | 'recommended' | 'required';
    readonly resultProxy: boolean;
    readonly publicUploads: boolean;
    readonly webhooks: 'no' | 'optional';
  };
  readonly chargedOnFailure: 'yes' | 'no' | 'unknown';
  /** Price of one step that sends `work` px and asks for `target` px. */
  readonly cost: (operation: Operation, work: Size, target: Size) => Cost;
};

/** A setting of the provider's dialog beyond key and base URL, for example a dialect. */
export type Setting = {
  readonly key: string;
  readonly label: string;
  readonly help?: string;
} & (
  | {
      readonly type: 'choice';
      readonly values: readonly { readonly value: string; readonly label: string }[];
      readonly initial: string;
    }
  | { readonly type: 'boolean'; readonly initial: boolean }
  | { readonly type: 'text'; readonly initial: string }
);

/** How a provider is reached. `apiKey` is null where the gateway adds it (or none is needed). */
export type Connection = {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly settings: Readonly<Record<string, ParameterValue>>;
};

/** An encoded image that a step sends. `url` is set where the transport is public-url. */
export type SentFile = {
  readonly role: 'image' | 'mask';
  readonly format: ImageFormat;
  readonly bytes: Blob;
  readonly size: Size;
  readonly url?: string;
};

/** One call, planned and encoded: all that an adapter needs. */
export type PlanStep = {
  readonly operation: Operation;
  /** Size of the image sent, and what should come back, px. */
  readonly size: Size;
  readonly expected: Size;
  /** Set for transport `pixels`: RGBA with straight alpha and coverage, both of `size`. The buffers are given away. */
  readonly pixels?: { readonly image: Uint8ClampedArray<ArrayBuffer>; readonly mask: Uint8Array<ArrayBuffer> };
  readonly files: readonly SentFile[];
  /** Set for a native outpaint, in px of the image sent. */
  readonly margins?: Margins;
  readonly prompt: string;
  readonly negativePrompt: string;
  /** For search-and-replace. */
  readonly searchPrompt?: string;
  readonly seed: number | null;
  readonly candidates: number;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
};

/** What happened so far, for the stages the user sees. */
export type StepProgress =
  | { readonly stage: 'uploading'; readonly fraction: number }
  | { readonly stage: 'waiting'; readonly fraction: number | null; readonly queuePosition?: number }
  | { readonly stage: 'retrying'; readonly attempt: number; readonly attempts: number; readonly waitMs: number }
  | { readonly stage: 'downloading' };

/** A job that goes on at the provider, as it is kept to be resumed after a reload. Never holds a key. */
export type JobHandle = {
  readonly provider: string;
  readonly id: string;
  readonly statusUrl?: string;
  readonly submittedAt: number;
};

export type CallContext = {
  readonly connection: Connection;
  readonly signal: AbortSignal;
  /** Injected: the one in http.ts, or a test's. Same shape as the global. */
  readonly fetch: typeof globalThis.fetch;
  readonly onProgress: (progress: StepProgress) => void;
  /** Called as soon as the provider has taken a job that is polled or listened for. */
  readonly onJob: (handle: JobHandle) => void;
  /** Waits for the webhook of a job, where the gateway receives them. */
  readonly webhook?: {
    readonly url: string;
    readonly arrival: (jobId: string, signal: AbortSignal) => Promise<unknown>;
  };
  /** Injected so that tests need no real time: resolves after `ms`, rejects with the signal's reason. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** What one candidate is: pixels (on-device) or a file's bytes, type known by magic bytes. */
export type ResultImage =
  | { readonly kind: 'pixels'; readonly pixels: Uint8ClampedArray<ArrayBuffer>; readonly seed: number | null }
  | { readonly kind: 'file'; readonly bytes: Blob; readonly seed: number | null };

export type ProviderResult = {
  readonly images: readonly ResultImage[];
  /** Things the user should know, in plain words. */
  readonly warnings: readonly string[];
};

export type EditProvider = {
  readonly id: string;
  readonly label: string;
  readonly documentation: string | null;
  readonly defaultBaseUrl: string | null;
  readonly settings: readonly Setting[];
  /** Depends on the settings where dialects differ. */
  capabilities(settings: Connection['settings']): Capabilities;
  /** Reads from top to bottom: submit, wait, read. Rejects with a ProviderError, or with the signal's reason once it is aborted. */
  edit(step: PlanStep, call: CallContext): Promise<ProviderResult>;
  /** Takes up a job after a reload: polls or listens, never submits again. */
  resume?(handle: JobHandle, call: CallContext): Promise<ProviderResult>;
  /** An unpaid call that shows whether the key and the address work; resolves with a sentence. */
  test?(call: CallContext): Promise<string>;
};
