import type { Connection, Setting } from '../contract.ts';
import { timeoutSetting } from '../timeoutSetting.ts';

/** What the user chose of this provider's two dialects. */
export type AppyPieSettings = {
  readonly dialect: 'gateway' | 'worker';
  readonly isStreamed: boolean;
  readonly systemPrompt: string;
  readonly imageField: string;
  readonly maskField: string;
  /** Pictures travel inside the request, bare base64, in place of links. */
  readonly sendsBase64: boolean;
  readonly responseFormat: string;
};

const LINK_FIELDS = { image: 'imageUrl', mask: 'maskUrl' };

export const settings: readonly Setting[] = [
  {
    key: 'dialect',
    label: 'Dialect',
    type: 'choice',
    values: [
      { value: 'gateway', label: 'Appy Pie gateway' },
      { value: 'worker', label: 'Pixazo worker' },
    ],
    initial: 'gateway',
  },
  {
    key: 'stream',
    label: 'Use the stream endpoint',
    type: 'boolean',
    initial: false,
    help: 'Its answer is not documented; frames are read as they come.',
  },
  { key: 'systemPrompt', label: 'System prompt (stream only)', type: 'text', initial: '' },
  {
    key: 'imageField',
    label: 'Name of the image field',
    type: 'text',
    initial: LINK_FIELDS.image,
    help: 'The documents also mention init_image and image.',
  },
  {
    key: 'maskField',
    label: 'Name of the mask field',
    type: 'text',
    initial: LINK_FIELDS.mask,
    help: 'The documents also mention mask_image and mask.',
  },
  {
    key: 'sendBase64',
    label: 'Send base64 in place of links',
    type: 'boolean',
    initial: false,
    help: 'Only with other names of both fields.',
  },
  {
    key: 'responseFormat',
    label: 'Response format (may be empty)',
    type: 'text',
    initial: '',
  },
  timeoutSetting,
];

/** The chosen settings; what is missing or unusable is as it was in the beginning. */
export const readSettings = (chosen: Connection['settings']): AppyPieSettings => {
  const text = (key: string, fallback = ''): string => {
    const value = chosen[key];
    return (typeof value === 'string' ? value.trim() : '') || fallback;
  };
  const dialect = chosen.dialect === 'worker' ? 'worker' : 'gateway';
  const imageField = text('imageField', LINK_FIELDS.image);
  const maskField = text('maskField', LINK_FIELDS.mask);
  const hasOtherNames = imageField !== LINK_FIELDS.image && maskField !== LINK_FIELDS.mask;
  return {
    dialect,
    isStreamed: dialect === 'gateway' && chosen.stream === true,
    systemPrompt: text('systemPrompt'),
    imageField,
    maskField,
    sendsBase64: chosen.sendBase64 === true && hasOtherNames,
    responseFormat: text('responseFormat'),
  };
};
