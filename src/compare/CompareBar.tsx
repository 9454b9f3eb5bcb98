import { useStore } from 'zustand';
import { viewStore, type CompareMode } from '../canvas/viewStore.ts';
import type { Proof } from '../document/generation.ts';
import { useCommand } from '../ui/command.ts';
import { ToggleGroup } from '../ui/ToggleGroup.tsx';
import { OriginalButton } from './OriginalButton.tsx';
import { ProofPill } from './ProofPill.tsx';
import styles from './CompareBar.module.css';

/** The context bar while a result is compared: how, and the proof that the rest is untouched. */
export const CompareBar = ({ proof }: { readonly proof: Proof }) => {
  const mode = useStore(viewStore, (state) => state.compareMode);
  const commands = {
    slider: useCommand('compare-slider'),
    'side-by-side': useCommand('compare-side-by-side'),
    flicker: useCommand('compare-flicker'),
    difference: useCommand('compare-difference'),
  } satisfies Record<CompareMode, unknown>;
  const modes = ['slider', 'side-by-side', 'flicker', 'difference'] as const;
  return (
    <>
      <ToggleGroup
        name="Compare"
        iconsWhenNarrow
        options={modes.map((value) => ({
          value,
          label: commands[value].label,
          icon: value,
          keys: commands[value].keys[0],
        }))}
        value={mode}
        onChange={(value) => commands[value].run()}
      />
      <OriginalButton />
      <span className={styles.space} />
      <ProofPill proof={proof} />
    </>
  );
};
