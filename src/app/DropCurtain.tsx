import { FrameMarks } from '../ui/FrameMarks.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './DropCurtain.module.css';

/** Over the whole window while a file is held over it. */
export const DropCurtain = () => (
  <div className={styles.curtain}>
    <div className={styles.sheet}>
      <FrameMarks />
      <Icon name="image" />
      Drop to open
    </div>
  </div>
);
