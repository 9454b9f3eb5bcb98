import { formatKeys, keyPlatform } from './formatKeys.ts';
import styles from './Keys.module.css';

/** The key caps of a binding in tinykeys form; with `joined` all in one cap, as on a button. */
export const Keys = ({ binding, joined = false }: { readonly binding: string; readonly joined?: boolean }) => {
  const caps = formatKeys(binding, keyPlatform());
  if (joined) return <kbd className={styles.key}>{caps.join(' ')}</kbd>;
  return (
    <span className={styles.keys}>
      {caps.map((cap) => (
        <kbd className={styles.key} key={cap}>
          {cap}
        </kbd>
      ))}
    </span>
  );
};
