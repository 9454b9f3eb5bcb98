import { useStore } from 'zustand';
import { setOverlay } from '../canvas/viewActions.ts';
import { viewStore } from '../canvas/viewStore.ts';
import { Check } from '../ui/Check.tsx';
import { useCommand } from '../ui/command.ts';
import { Popover } from '../ui/Popover.tsx';
import { Slider } from '../ui/Slider.tsx';
import styles from './OverlayPopover.module.css';

const swatches = [
  { colour: '#e6188f', name: 'Magenta' },
  { colour: '#00a86b', name: 'Green' },
  { colour: '#1f7cff', name: 'Blue' },
  { colour: '#ffb300', name: 'Amber' },
] as const;

/** How the mask is drawn over the picture; changes nothing in the mask. */
export const OverlayPopover = () => {
  const overlay = useStore(viewStore, (state) => state.overlay);
  const show = useCommand('toggle-mask');
  const blackAndWhite = useCommand('mask-black-and-white');
  return (
    <Popover name="Mask overlay" icon="overlay" keys={show.keys[0]}>
      <Check label="Show mask" checked={overlay.visible} onChange={show.run} />
      <Check label="Black and white" checked={overlay.style === 'black-and-white'} onChange={blackAndWhite.run} />
      <fieldset className={styles.colours}>
        <legend className={styles.legend}>Colour</legend>
        {swatches.map(({ colour, name }) => (
          <input
            key={colour}
            type="radio"
            name="overlay-colour"
            className={styles.swatch}
            style={{ backgroundColor: colour }}
            aria-label={name}
            checked={overlay.colour === colour}
            onChange={() => setOverlay({ colour })}
          />
        ))}
        <input
          type="color"
          className={styles.own}
          aria-label="Own colour"
          value={overlay.colour}
          onChange={(event) => setOverlay({ colour: event.currentTarget.value })}
        />
      </fieldset>
      <Slider
        name="Overlay opacity"
        words="Opacity"
        min={10}
        max={100}
        value={overlay.opacity}
        format={(percent) => `${percent}\u202f%`}
        onChange={(opacity) => setOverlay({ opacity })}
      />
    </Popover>
  );
};
