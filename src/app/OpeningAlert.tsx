import { Icon } from '../ui/Icon.tsx';
import styles from './OpeningAlert.module.css';

/** Why a picture could not be opened, and what to do. */
export const OpeningAlert = ({ sentence, nextStep }: { readonly sentence: string; readonly nextStep: string }) => (
  <div className={styles.alert} role="alert">
    <Icon name="warning" />
    <div>
      <b>{sentence}</b>
      <p>{nextStep}</p>
    </div>
  </div>
);
