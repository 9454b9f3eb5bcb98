/** How far a job has come in the matter of money. `free`: nothing is ever to be paid. */
export type Billing = 'free' | 'nothing-sent' | 'sent' | 'answered';

/** What Stop can honestly say at that point. `label` names the provider. */
export const stoppedSentence = (billing: Billing, label: string): string => {
  switch (billing) {
    case 'free':
      return 'Stopped. Nothing was changed.';
    case 'nothing-sent':
      return 'Stopped. Nothing was changed; nothing had been sent, so nothing is billed.';
    case 'sent':
      return `Stopped. Nothing was changed; ${label} had the request already and may still bill it.`;
    case 'answered':
      return `Stopped. Nothing was changed; ${label} had already answered, so it may be billed.`;
  }
};
