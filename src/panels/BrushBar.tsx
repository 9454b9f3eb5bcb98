import { useStore } from 'zustand';
import { setBrush } from '../canvas/viewActions.ts';
import { maxBrushSize, minBrushSize, viewStore } from '../canvas/viewStore.ts';
import { Slider } from '../ui/Slider.tsx';
import { powerCurve } from '../ui/sliderCurve.ts';
import { MaskCommands } from './MaskCommands.tsx';
import styles from './BrushBar.module.css';

/** Half of the track is for brushes up to about 180 px, where a px more or less is seen. */
const sizeCurve = powerCurve(minBrushSize, maxBrushSize, 2.5);

const names = { brush: 'Brush', eraser: 'Eraser', hand: 'Hand' } as const;

/** The context bar while editing: the tool's settings, then what works on the whole mask. */
export const BrushBar = () => {
  const tool = useStore(viewStore, (state) => state.tool);
  return (
    <>
      <b className={styles.tool}>{names[tool]}</b>
      {tool === 'hand' ? <span className={styles.hint}>Drag to move the picture</span> : <BrushSliders brush={tool} />}
      <span className={styles.space} />
      <MaskCommands />
    </>
  );
};

const BrushSliders = ({ brush }: { readonly brush: 'brush' | 'eraser' }) => {
  const { size, hardness } = useStore(viewStore, (state) => state.brushes[brush]);
  return (
    <>
      <Slider
        name="Brush size"
        words="Size"
        place="bar"
        min={minBrushSize}
        max={maxBrushSize}
        curve={sizeCurve}
        value={size}
        format={(px) => `${px}\u202fpx`}
        onChange={(px) => setBrush({ size: px })}
      />
      <span className={styles.rule} />
      <Slider
        name="Hardness"
        place="bar"
        min={0}
        max={100}
        value={hardness}
        format={(percent) => `${percent}\u202f%`}
        onChange={(percent) => setBrush({ hardness: percent })}
      />
    </>
  );
};
