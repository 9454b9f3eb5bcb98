import { useStore } from 'zustand';
import { documentStore } from '../document/store.ts';
import { BrandMark } from '../ui/BrandMark.tsx';
import { CommandButton } from '../ui/CommandButton.tsx';
import { DownloadButton } from './DownloadButton.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import styles from './TitleBar.module.css';

/** The bar over everything while a picture is open. */
export const TitleBar = () => {
  const name = useStore(documentStore, (state) => state.file?.name ?? '');
  return (
    <header className={styles.bar}>
      <div className={styles.side}>
        <span className={styles.brand}>
          <BrandMark />
        </span>
        <CommandButton id="open" icon="image">
          Open image
        </CommandButton>
        <span className={styles.rule} />
        <CommandButton id="undo" icon="undo" />
        <CommandButton id="redo" icon="redo" />
      </div>
      <h1 className={styles.name} title={name}>
        {name}
      </h1>
      <div className={styles.end}>
        <CommandButton id="shortcuts" icon="keyboard" />
        <ThemeButton />
        <span className={styles.rule} />
        <DownloadButton />
      </div>
    </header>
  );
};
