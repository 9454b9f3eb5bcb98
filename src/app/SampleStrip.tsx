import { samples, type Sample } from './samples.ts';
import styles from './SampleStrip.module.css';

/** The sample pictures, each with its job. */
export const SampleStrip = ({ onOpen }: { readonly onOpen: (sample: Sample) => void }) => (
  <section className={styles.strip} aria-labelledby="samples-title">
    <h2 className={styles.title} id="samples-title">
      Samples, ready to retouch
    </h2>
    <ul className={styles.list}>
      {samples.map((sample) => (
        <li key={sample.id}>
          <button type="button" className={styles.sample} onClick={() => onOpen(sample)}>
            <img className={styles.picture} src={sample.thumbnail} alt="" width={200} height={150} decoding="async" />
            <b className={styles.name}>{sample.title}</b>
            <span className={styles.job}>{sample.job}</span>
          </button>
        </li>
      ))}
    </ul>
  </section>
);
