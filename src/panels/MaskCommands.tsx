import { CommandButton } from '../ui/CommandButton.tsx';
import { OverlayPopover } from './OverlayPopover.tsx';
import styles from './MaskCommands.module.css';

/** How the mask is shown, and the commands that work on all of it. */
export const MaskCommands = () => (
  <>
    <OverlayPopover />
    <span className={styles.rule} />
    <span className={styles.words}>Mask</span>
    <CommandButton id="invert-mask" icon="invert-mask" smallIcon wordsFrom={1400}>
      Invert
    </CommandButton>
    <CommandButton id="clear-mask" icon="clear-mask" smallIcon wordsFrom={1400}>
      Clear
    </CommandButton>
    <CommandButton id="import-mask" icon="import-mask" smallIcon wordsFrom={1400}>
      Import
    </CommandButton>
    <CommandButton id="export-mask" icon="export-mask" smallIcon wordsFrom={1400}>
      Export
    </CommandButton>
  </>
);
