import { CommandButton } from '../ui/CommandButton.tsx';
import { FrameMarks } from '../ui/FrameMarks.tsx';
import { Keys } from '../ui/Keys.tsx';
import { OpeningAlert } from './OpeningAlert.tsx';
import type { Opening } from './openingStore.ts';
import styles from './StartSheet.module.css';

/** The empty sheet in the middle: where a picture is opened, and where it says how that goes. */
export const StartSheet = ({ opening }: { readonly opening: Opening }) => (
  <div className={styles.sheet}>
    <svg className={styles.dashes} aria-hidden="true">
      <rect x="0.75" y="0.75" />
    </svg>
    <FrameMarks />
    {opening.state === 'opening' ? (
      <div className={styles.content} aria-busy="true">
        <h1 className={styles.title}>Opening {opening.name}</h1>
        <span className={styles.bar} />
        <p className={styles.meta}>Large pictures take a second or two</p>
      </div>
    ) : (
      <div className={styles.content}>
        <h1 className={styles.title}>Open a picture to begin</h1>
        {opening.state === 'failed' ? (
          <OpeningAlert sentence={opening.sentence} nextStep={opening.nextStep} />
        ) : (
          <p className={styles.words}>
            Paint over what should change. Everything you leave alone stays exactly as it is.
          </p>
        )}
        <CommandButton id="open" icon="image" variant="primary" size="big">
          Open image
        </CommandButton>
        <p className={styles.meta}>
          or drop a file anywhere, or paste <Keys binding="$mod+v" />
          <br />
          PNG, JPEG, WebP, GIF, AVIF, up to 64 megapixels and 40 MB
        </p>
      </div>
    )}
  </div>
);
