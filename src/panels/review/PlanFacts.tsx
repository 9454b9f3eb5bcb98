import type { ReadyPlan } from '../../generation/plan.ts';
import type { Route } from '../../providers/connectionOf.ts';
import { Icon } from '../../ui/Icon.tsx';
import { operationWords } from '../operationWords.ts';
import { priceWords } from '../priceWords.ts';
import type { ChosenProvider } from '../useChosenProvider.ts';
import styles from './ReviewSheet.module.css';

/** Where it goes, what it costs and what size it has, out of the plan. */
export const PlanFacts = ({ plan, chosen }: { readonly plan: ReadyPlan; readonly chosen: ChosenProvider }) => {
  const { steps, cost, resolution, candidates } = plan;
  const [first] = steps;
  const calls = steps.length === 1 ? '1 call' : `${steps.length} calls; each goes on from the one before`;
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>Goes to</dt>
          <dd>
            <b>{hostOf(chosen.route)}</b>
            <br />
            {routeWords[chosen.route.kind]}
          </dd>
        </div>
        <div>
          <dt>Operation</dt>
          <dd>
            {operationWords[plan.operation]}
            {first.transport !== 'pixels' && `, ${calls}`}
            {candidates > 1 && `, ${candidates} samples`}
          </dd>
        </div>
        <div>
          <dt>Price</dt>
          <dd>
            <b>{priceWords(cost)}</b>
            {cost.kind !== 'free' && `, ${cost.basis}`}
          </dd>
        </div>
        <div>
          <dt>{first.transport === 'pixels' ? 'Size' : 'Size sent'}</dt>
          <dd>
            {first.size.width} × {first.size.height} px
          </dd>
        </div>
        <div>
          <dt>Scale</dt>
          <dd>{resolution.text}</dd>
        </div>
      </dl>
      {plan.warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="Worth knowing">
          {plan.warnings.map(({ code, message }) => (
            <li className={styles.warning} key={code}>
              <Icon name="warning" small />
              {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const routeWords: Readonly<Record<Route['kind'], string>> = {
  here: 'without any network',
  gateway: 'through this page’s gateway',
  direct: 'straight from this tab',
};

const hostOf = (route: Route): string =>
  route.kind === 'here' ? 'Nowhere: it stays in this tab' : new URL(route.baseUrl).host;
