import type { Picture } from '../document/editDocument.ts';
import type { Generation } from '../document/generation.ts';

export type HistoryItem = {
  readonly key: string;
  readonly label: string;
  readonly picture: Picture;
  /** Id of the candidate it shows; null for the original. */
  readonly candidate: string | null;
  /** True for the one that is in view: the result being compared, else the source. */
  readonly current: boolean;
};

/**
 * The original and one item per generation. Of several candidates the one in view stands for its generation, else the one that
 * became the source, else the first.
 */
export const historyItems = (
  original: Picture,
  source: Picture,
  generations: readonly Generation[],
  comparing: string | null,
): readonly HistoryItem[] => {
  const results = generations.flatMap((generation, index) => {
    const candidate =
      generation.candidates.find((each) => each.id === comparing) ??
      generation.candidates.find((each) => each.picture.id === source.id) ??
      generation.candidates[0];
    if (!candidate) return [];
    return {
      key: generation.id,
      label: `Result ${index + 1}, ${generation.provider.label}`,
      picture: candidate.picture,
      candidate: candidate.id,
      current: comparing === null ? candidate.picture.id === source.id : candidate.id === comparing,
    };
  });
  return [
    {
      key: 'original',
      label: 'Original',
      picture: original,
      candidate: null,
      current: comparing === null && original.id === source.id,
    },
    ...results,
  ];
};
