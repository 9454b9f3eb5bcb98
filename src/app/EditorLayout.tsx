import type { ReactNode } from 'react';
import { CompareBar } from '../compare/CompareBar.tsx';
import { CompareSlider } from '../compare/CompareSlider.tsx';
import { BrushBar } from '../panels/BrushBar.tsx';
import { GenerateFoot } from '../panels/GenerateFoot.tsx';
import { RequestSection } from '../panels/RequestSection.tsx';
import { ResultSection } from '../panels/ResultSection.tsx';
import { ResultStrip } from '../panels/ResultStrip.tsx';
import { StatusBar } from '../panels/StatusBar.tsx';
import { TitleBar } from '../panels/TitleBar.tsx';
import { ToolRail } from '../panels/ToolRail.tsx';
import { useResultInView } from '../panels/useResultInView.ts';
import { OpeningNotice } from './OpeningNotice.tsx';
import styles from './EditorLayout.module.css';

/**
 * Where everything is while a picture is open. `stage` fills the positioned element it is put in; the comparison slider is its
 * sibling there, so both measure from the same corner.
 */
export const EditorLayout = ({ stage }: { readonly stage: ReactNode }) => {
  const result = useResultInView();
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
        {result ? <CompareBar proof={result.candidate.proof} /> : <BrushBar />}
      </section>
      <main className={styles.stage} id="stage" tabIndex={-1}>
        {stage}
        <CompareSlider />
      </main>
      <section className={styles.strip} aria-label="Results">
        <ResultStrip />
      </section>
      <aside className={styles.panel} aria-label="Request and result">
        <div className={styles.sections}>
          <RequestSection />
          <ResultSection />
        </div>
        <GenerateFoot />
      </aside>
      <div className={styles.status}>
        <StatusBar />
      </div>
    </div>
  );
};
