import type { Proof } from '../document/generation.ts';
import { formatCount } from '../ui/formatCount.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ProofPill.module.css';

/** How many pixels outside the mask differ from the source, counted. */
export const ProofPill = ({ proof }: { readonly proof: Proof }) => {
  const kept = proof.changedPixels === 0;
  return (
    <p className={kept ? styles.kept : styles.broken}>
      <Icon name={kept ? 'shield' : 'warning'} small />
      <span>
        <b>{formatCount(proof.changedPixels)}</b> of {formatCount(proof.protectedPixels)} protected pixels changed
      </span>
    </p>
  );
};
