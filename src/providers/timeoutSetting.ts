import type { Connection, Setting } from './contract.ts';

/** How long a call may take, as a setting of a provider's dialog. */
export const timeoutSetting: Setting = {
  key: 'timeout',
  label: 'Time allowed for an answer',
  type: 'choice',
  values: [
    { value: '30', label: '30 seconds' },
    { value: '60', label: '1 minute' },
    { value: '120', label: '2 minutes' },
    { value: '300', label: '5 minutes' },
  ],
  initial: '60',
};

/** The time allowed, ms. */
export const timeoutMsOf = ({ timeout }: Connection['settings']): number =>
  Math.min(Math.max(Number(timeout ?? timeoutSetting.initial) || 60, 30), 300) * 1000;
