import { useStore } from 'zustand';
import { documentStore } from '../document/store.ts';
import { CommandButton } from '../ui/CommandButton.tsx';
import { CandidateList } from './CandidateList.tsx';
import { HistoryList } from './HistoryList.tsx';
import { useResultInView } from './useResultInView.ts';
import styles from './ResultStrip.module.css';

/** What has been made so far, and the answer to the result in view. Absent until there is a first result. */
export const ResultStrip = () => {
  const count = useStore(documentStore, (state) => state.generations.length);
  const result = useResultInView();
  if (count === 0) return null;
  return (
    <div className={styles.strip}>
      {result && result.generation.candidates.length > 1 && <CandidateList result={result} />}
      <HistoryList />
      {result && (
        <div className={styles.actions}>
          <CommandButton id="discard" variant="line" side="above">
            Discard
          </CommandButton>
          <CommandButton id="accept" icon="check" smallIcon variant="primary" side="above">
            Accept
          </CommandButton>
        </div>
      )}
    </div>
  );
};
