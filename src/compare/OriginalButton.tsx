import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { viewStore } from '../canvas/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { tip } from '../ui/tip.ts';

const show = (showOriginal: boolean): void => viewStore.setState({ showOriginal });

const isPress = (event: KeyboardEvent): boolean => event.key === ' ' || event.key === 'Enter';

/** Shows the original while it is held, for those without the key. */
export const OriginalButton = () => {
  const shown = useStore(viewStore, (state) => state.showOriginal);
  return (
    <Button
      {...tip({ label: 'Hold for original', keys: 'o' })}
      icon="eye"
      aria-label="Hold for original"
      aria-pressed={shown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        show(true);
      }}
      onPointerUp={() => show(false)}
      onPointerCancel={() => show(false)}
      onKeyDown={(event) => {
        if (isPress(event)) show(true);
      }}
      onKeyUp={(event) => {
        if (isPress(event)) show(false);
      }}
      onBlur={() => show(false)}
      onContextMenu={(event) => event.preventDefault()}
    />
  );
};
