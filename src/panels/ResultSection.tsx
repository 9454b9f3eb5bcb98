import { formatCount } from '../ui/formatCount.ts';
import { formatPercent } from '../ui/formatPercent.ts';
import { formatSeconds } from '../ui/formatSeconds.ts';
import { Icon } from '../ui/Icon.tsx';
import panel from './panel.module.css';
import { priceWords } from './priceWords.ts';
import styles from './ResultSection.module.css';
import { useResultInView } from './useResultInView.ts';

/** The figures of the result that is being compared; absent while editing. */
export const ResultSection = () => {
  const result = useResultInView();
  if (!result) return null;
  const { generation, candidate } = result;
  const { raw } = candidate;
  const { size } = candidate.picture;
  return (
    <section className={panel.section} aria-label="Result">
      <div className={panel.head}>
        <h2>Result</h2>
        <span className={panel.meta}>{generation.provider.label}</span>
      </div>
      <dl className={panel.facts}>
        <dt>Time</dt>
        <dd>{formatSeconds(generation.duration)}</dd>
        <dt>Price</dt>
        <dd>{generation.price.kind === 'unknown' ? 'Unknown' : priceWords(generation.price)}</dd>
        {candidate.seed !== null && (
          <>
            <dt>Seed</dt>
            <dd>{candidate.seed}</dd>
          </>
        )}
        {raw && (
          <>
            <dt>Altered by {generation.provider.label}</dt>
            <dd>{alteredWords(raw.changedPixels / Math.max(1, raw.protectedPixels))}</dd>
          </>
        )}
        <dt>Protected pixels changed</dt>
        <dd>
          <b>{formatCount(candidate.proof.changedPixels)}</b>
        </dd>
        <dt>Repainted area</dt>
        <dd>
          {candidate.changed.width} × {candidate.changed.height}
        </dd>
        <dt>Picture</dt>
        <dd>
          {size.width} × {size.height}
        </dd>
      </dl>
      {generation.warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="Worth knowing">
          {generation.warnings.map((warning) => (
            <li key={warning}>
              <Icon name="warning" small />
              {warning}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** What the provider did to pixels that it was to leave alone; all of it is put back. */
const alteredWords = (share: number): string =>
  share === 0 ? 'nothing outside the mask' : `${formatPercent(share, share < 0.1 ? 1 : 0)}, restored`;
