import { useStore } from 'zustand';
import { ThemeButton } from '../panels/ThemeButton.tsx';
import { BrandMark } from '../ui/BrandMark.tsx';
import { CommandButton } from '../ui/CommandButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { openSample } from './openFile.ts';
import { openingStore } from './openingStore.ts';
import { SampleStrip } from './SampleStrip.tsx';
import { StartSheet } from './StartSheet.tsx';
import styles from './StartScreen.module.css';

/** What is seen before a picture is open. */
export const StartScreen = () => {
  const opening = useStore(openingStore, (state) => state.opening);
  return (
    <div className={styles.screen}>
      <header className={styles.title}>
        <span className={styles.brand}>
          <BrandMark />
        </span>
        <b className={styles.name}>Overpaint</b>
        <CommandButton id="shortcuts" icon="keyboard" />
        <ThemeButton />
      </header>
      <main className={styles.stage}>
        <StartSheet opening={opening} />
      </main>
      <SampleStrip onOpen={(sample) => void openSample(sample)} />
      <footer className={styles.status}>
        <Icon name="lock" small />
        <span>Pictures stay on this computer. On-device works without a key and without a network.</span>
      </footer>
    </div>
  );
};
