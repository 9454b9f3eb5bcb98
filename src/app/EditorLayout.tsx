import { lazy, Suspense, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { documentStore } from '../document/store.ts';
import { BrushBar } from '../panels/BrushBar.tsx';
import { GenerateFoot } from '../panels/GenerateFoot.tsx';
import { RequestSection } from '../panels/RequestSection.tsx';
import { StatusBar } from '../panels/StatusBar.tsx';
import { TitleBar } from '../panels/TitleBar.tsx';
import { ToolRail } from '../panels/ToolRail.tsx';
import { useResultInView } from '../panels/useResultInView.ts';
import { OpeningNotice } from './OpeningNotice.tsx';
import styles from './EditorLayout.module.css';

// What shows a result comes with what makes one: see `prefetchResultParts`.
const CompareBar = lazy(() => import('../compare/CompareBar.tsx').then((module) => ({ default: module.CompareBar })));
const CompareSlider = lazy(() =>
  import('../compare/CompareSlider.tsx').then((module) => ({ default: module.CompareSlider })),
);
const ResultSection = lazy(() =>
  import('../panels/ResultSection.tsx').then((module) => ({ default: module.ResultSection })),
);
const ResultStrip = lazy(() => import('../panels/ResultStrip.tsx').then((module) => ({ default: module.ResultStrip })));

/**
 * Where everything is while a picture is open. `stage` fills the positioned element it is put in; the comparison slider is its
 * sibling there, so both measure from the same corner.
 */
export const EditorLayout = ({ stage }: { readonly stage: ReactNode }) => {
  const result = useResultInView();
  const hasResults = useStore(documentStore, ({ generations }) => generations.length > 0);
  return (
    <div className={styles.layout}>
      <a className={styles.skip} href="#stage">
        Skip to the picture
      </a>
      <div className={styles.title}>
        <TitleBar />
      </div>
      <OpeningNotice />
      <section className={styles.rail} aria-label="Toolbox">
        <ToolRail />
      </section>
      <section className={styles.context} aria-label={result ? 'Comparison' : 'Tool settings'}>
        {result ? (
          <Suspense>
            <CompareBar proof={result.candidate.proof} />
          </Suspense>
        ) : (
          <BrushBar />
        )}
      </section>
      <main className={styles.stage} id="stage" tabIndex={-1}>
        {stage}
        {result && (
          <Suspense>
            <CompareSlider />
          </Suspense>
        )}
      </main>
      <section className={styles.strip} aria-label="Results">
        {hasResults && (
          <Suspense>
            <ResultStrip />
          </Suspense>
        )}
      </section>
      <aside className={styles.panel} aria-label="Request and result">
        <div className={styles.sections}>
          <RequestSection />
          {result && (
            <Suspense>
              <ResultSection />
            </Suspense>
          )}
        </div>
        <GenerateFoot />
      </aside>
      <div className={styles.status}>
        <StatusBar />
      </div>
    </div>
  );
};
