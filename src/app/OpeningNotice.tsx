import { useStore } from 'zustand';
import { Button } from '../ui/Button.tsx';
import { OpeningAlert } from './OpeningAlert.tsx';
import { openingStore, setOpening } from './openingStore.ts';
import styles from './OpeningNotice.module.css';

/** Under the title bar: that another picture is being opened, or why it could not be. What is open stays as it is. */
export const OpeningNotice = () => {
  const opening = useStore(openingStore, (state) => state.opening);
  switch (opening.state) {
    case 'idle':
      return null;
    case 'opening':
      return <p className={styles.notice}>Opening {opening.name} …</p>;
    case 'failed':
      return (
        <div className={styles.failed}>
          <OpeningAlert sentence={opening.sentence} nextStep={opening.nextStep} />
          <Button icon="close" aria-label="Close" onClick={() => setOpening({ state: 'idle' })} />
        </div>
      );
  }
};
