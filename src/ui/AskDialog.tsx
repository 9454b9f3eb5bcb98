import { useId } from 'react';
import { useStore } from 'zustand';
import { askStore, type Question } from './ask.ts';
import { Button } from './Button.tsx';
import { useModal } from './useModal.ts';
import styles from './AskDialog.module.css';

/** Shows the question that `ask` has put; mount it once. */
export const AskDialog = () => {
  const asking = useStore(askStore, (state) => state.asking);
  return asking && <Asked key={asking.question.title} question={asking.question} answer={asking.answer} />;
};

const Asked = ({ question, answer }: { readonly question: Question; readonly answer: (yes: boolean) => void }) => {
  const dialog = useModal();
  const title = useId();
  const body = useId();
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      role="alertdialog"
      aria-labelledby={title}
      aria-describedby={body}
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <h2 className={styles.title} id={title}>
        {question.title}
      </h2>
      <p id={body}>{question.body}</p>
      <div className={styles.buttons}>
        {/* First in the order, so it has the focus: the answer that loses nothing. */}
        <Button variant="line" size="big" onClick={() => answer(false)}>
          {question.cancel}
        </Button>
        <Button variant="primary" size="big" onClick={() => answer(true)}>
          {question.confirm}
        </Button>
      </div>
    </dialog>
  );
};
