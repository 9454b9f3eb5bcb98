import { use } from 'react';
import { useStore } from 'zustand';
import type { EditDocument } from '../../document/editDocument.ts';
import { documentStore } from '../../document/store.ts';
import type { ReadyPlan } from '../../generation/plan.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { useCommand } from '../../ui/command.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { PanelActionsContext } from '../panelActions.ts';
import { priceWords } from '../priceWords.ts';
import { useChosenProvider } from '../useChosenProvider.ts';
import { usePlan } from '../usePlan.ts';
import { bundleOf, fileNamesOf } from './bundleOf.ts';
import { curlOf } from './curlOf.ts';
import { FieldList } from './FieldList.tsx';
import { maskWords } from './maskWords.ts';
import { PlanFacts } from './PlanFacts.tsx';
import { RegionPreview } from './RegionPreview.tsx';
import { SentPicture } from './SentPicture.tsx';
import { useReviewed, type Reviewed } from './useReviewed.ts';
import styles from './ReviewSheet.module.css';

/** What will leave the computer, before it does. Closes itself when there is nothing to review any more. */
export const ReviewSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const document = useStore(documentStore, (state) => state.document);
  const { plan } = usePlan();
  if (!document || plan.kind === 'refused') return null;
  return <Review document={document} plan={plan} onClose={onClose} />;
};

type ReviewProps = { readonly document: EditDocument; readonly plan: ReadyPlan; readonly onClose: () => void };

const Review = ({ document, plan, onClose }: ReviewProps) => {
  const chosen = useChosenProvider();
  const reviewed = useReviewed(document, plan, chosen);
  const generate = useCommand('generate');
  const { cost } = plan;
  const price = cost.kind === 'estimate' ? ` for ${priceWords(cost)}` : '';
  return (
    <Sheet
      title="Review request"
      note={
        chosen.route.kind === 'here'
          ? 'Nothing leaves your computer.'
          : 'Exactly this leaves your computer when you press Generate.'
      }
      width={1160}
      flush
      onClose={onClose}
      footer={
        <>
          <TakeAway plan={plan} provider={chosen.provider} reviewed={reviewed} />
          <span className={styles.grow} />
          <Button variant="line" size="big" onClick={onClose}>
            Close
          </Button>
          <Button
            variant="primary"
            size="big"
            unavailable={!generate.enabled}
            aria-description={generate.enabled ? undefined : generate.reason}
            onClick={() => {
              onClose();
              generate.run();
            }}
          >
            {`Generate${price}`}
          </Button>
        </>
      }
    >
      <div className={styles.split}>
        <div className={styles.shots}>
          <RegionPreview source={document.source.id} plan={plan} />
          <div className={styles.files}>
            {reviewed.state === 'preparing' && <p className={styles.caption}>Preparing the pictures …</p>}
            {reviewed.state === 'failed' && (
              <p className={styles.warning} role="alert">
                <Icon name="warning" small />
                {reviewed.reason}
              </p>
            )}
            {reviewed.state === 'nothing-sent' && (
              <p className={styles.caption}>
                {chosen.provider.label} works in this tab with the bright part of the picture and the mask.
              </p>
            )}
            {reviewed.state === 'ready' &&
              reviewed.step.files.map((file) => (
                <SentPicture
                  key={file.role}
                  file={file}
                  note={file.role === 'mask' || plan.steps[0].mask.kind === 'image-alpha' ? maskWords(plan) : undefined}
                />
              ))}
          </div>
        </div>
        <div className={styles.words}>
          <PlanFacts plan={plan} chosen={chosen} />
          {reviewed.state === 'ready' && (
            <section className={styles.fields}>
              <h3>Fields</h3>
              <FieldList request={reviewed.request} route={chosen.route} />
            </section>
          )}
          {chosen.route.kind !== 'here' && (
            <p className={styles.note}>
              <Icon name="lock" small />
              File name, location and camera data are not sent.
            </p>
          )}
        </div>
      </div>
    </Sheet>
  );
};

type TakeAwayProps = {
  readonly plan: ReadyPlan;
  readonly provider: { readonly id: string; readonly label: string };
  readonly reviewed: Reviewed;
};

/** The request to take away: without the key in either form. */
const TakeAway = ({ plan, provider, reviewed }: TakeAwayProps) => {
  const { saveFile } = use(PanelActionsContext);
  if (reviewed.state !== 'ready') return null;
  const { step, request } = reviewed;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(curlOf(request, fileNamesOf(step.files)));
      announce('Copied. Put your key into OVERPAINT_KEY; the pictures are in the bundle.');
    } catch {
      announce('The browser refused the clipboard. The command is in the bundle too.');
    }
  };
  const save = async (): Promise<void> => {
    saveFile(await bundleOf(provider, plan, step, request), 'overpaint-request.zip');
    announce('Bundle saved, without your key.');
  };
  return (
    <>
      <Button icon="copy" smallIcon onClick={() => void copy()}>
        Copy as curl
      </Button>
      <Button icon="box" smallIcon onClick={() => void save()}>
        Save as bundle
      </Button>
    </>
  );
};
