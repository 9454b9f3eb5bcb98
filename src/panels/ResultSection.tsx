import { formatCount } from '../ui/formatCount.ts';
import { formatSeconds } from '../ui/formatSeconds.ts';
import panel from './panel.module.css';
import { useResultInView } from './useResultInView.ts';

/** The figures of the result that is being compared; absent while editing. */
export const ResultSection = () => {
  const result = useResultInView();
  if (!result) return null;
  const { generation, candidate } = result;
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
        {candidate.seed !== null && (
          <>
            <dt>Seed</dt>
            <dd>{candidate.seed}</dd>
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
    </section>
  );
};
