import type { ReadyPlan } from '../../generation/plan.ts';

/** What of the mask's picture is repainted, as the first call sends it. */
export const maskWords = ({ steps: [{ mask }], maskOptions }: ReadyPlan): string => {
  switch (mask.kind) {
    case 'none':
      return 'no mask is sent';
    case 'grey':
      return (mask.edit === 255) === maskOptions.invert ? 'black is repainted' : 'white is repainted';
    case 'alpha-mask':
    case 'image-alpha':
      return maskOptions.invert ? 'what is opaque is repainted' : 'what is transparent is repainted';
  }
};
