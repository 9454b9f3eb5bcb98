import styles from './FrameMarks.module.css';

const places = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;

/** Brackets and bars 8 px outside the edge of the positioned element around them. Decorative. */
export const FrameMarks = () => (
  <>
    {places.map((place) => (
      <span key={place} className={styles[place]} aria-hidden="true" />
    ))}
  </>
);
