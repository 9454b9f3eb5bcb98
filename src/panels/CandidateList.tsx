import type { FoundCandidate } from '../canvas/shownPictures.ts';
import { viewStore } from '../canvas/viewStore.ts';
import { intersect, inflate, rectOfSize, type Rect } from '../geometry/rect.ts';
import type { Candidate } from '../document/generation.ts';
import { ListBox } from '../ui/ListBox.tsx';
import { Thumbnail } from './Thumbnail.tsx';
import styles from './stripList.module.css';

/** The pictures of one generation, to choose among; each shows the part that was repainted. */
export const CandidateList = ({ result }: { readonly result: FoundCandidate }) => {
  const { candidates } = result.generation;
  return (
    <section className={styles.section}>
      <h2 className={styles.head}>
        Candidates <span>{candidates.length}</span>
      </h2>
      <ListBox
        name="Candidates"
        selected={result.candidate.id}
        onSelect={(id) => viewStore.setState({ comparing: id })}
        items={candidates.map((candidate, index) => ({
          id: candidate.id,
          label: `Candidate ${letter(index)}`,
          content: (
            <>
              <Thumbnail picture={candidate.picture} part={changedPart(candidate)} />
              <span className={styles.tag} aria-hidden="true">
                {letter(index)}
              </span>
            </>
          ),
        }))}
      />
    </section>
  );
};

const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/** The repainted rectangle with half its size around it, inside the picture. */
const changedPart = ({ changed, picture }: Candidate): Rect => {
  const margin = Math.round(Math.max(changed.width, changed.height) / 4);
  return intersect(inflate(changed, margin), rectOfSize(picture.size)) ?? rectOfSize(picture.size);
};
