import type { Operation, ParameterValue } from '../providers/contract.ts';

/** What the user asks for, in no provider's words. Everything about pixels is in the document. */
export type EditRequest = {
  readonly operation: Operation;
  readonly prompt: string;
  readonly negativePrompt: string;
  /** For search-and-replace: what to look for. */
  readonly searchPrompt: string;
  /** null: the provider's own choice. */
  readonly seed: number | null;
  /** How many pictures are wanted; a provider that makes fewer at once gives fewer. */
  readonly candidates: number;
  /** Values that the user set, by the parameter's key. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  readonly options: EditOptions;
};

/** How the mask and the picture are sent, whoever the provider is. */
export type EditOptions = {
  /** Whether only the surroundings of the mask are sent: `auto` where that shows more detail or changes less. */
  readonly crop: 'auto' | 'always' | 'never';
  /** px by which the mask is grown for the provider; paste back keeps to the painted one. */
  readonly growMask: number;
  /** Width of the soft edge at paste back, image px; null: what suits the provider. */
  readonly feather: number | null;
  /** For a provider that turns out to want it the other way round. */
  readonly invertMask: boolean;
};

export const defaultOptions: EditOptions = {
  crop: 'auto',
  growMask: 0,
  feather: null,
  invertMask: false,
};

/** An inpainting with these words and otherwise the defaults. */
export const requestOf = (changes: Partial<EditRequest>): EditRequest => ({
  operation: 'inpaint',
  prompt: '',
  negativePrompt: '',
  searchPrompt: '',
  seed: null,
  candidates: 1,
  parameters: {},
  options: defaultOptions,
  ...changes,
});
