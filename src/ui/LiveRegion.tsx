import { useStore } from 'zustand';
import { announcementStore } from './announce.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** The one polite live region; mount it once and never unmount it. */
export const LiveRegion = () => {
  const { text, count } = useStore(announcementStore);
  return (
    <VisuallyHidden>
      <div role="status">
        {/* The key makes a new node, so that the same words twice are read twice. */}
        <span key={count}>{text}</span>
      </div>
    </VisuallyHidden>
  );
};
