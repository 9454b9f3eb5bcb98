import styles from './BrandMark.module.css';

/** The product's sign: a sheet, and the spot on it that will change. */
export const BrandMark = () => (
  <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <rect className={styles.sheet} x={3.75} y={3.75} width={13} height={13} rx={2} />
    <circle className={styles.spot} cx={16} cy={16} r={5.5} />
    <path className={styles.over} d="M10.5 16.75h4.25a2 2 0 0 0 2-2V10.55" />
  </svg>
);
