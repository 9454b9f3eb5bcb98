import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { documentStore } from '../document/store.ts';
import { maskCoverage, measureTiles } from './maskCoverage.ts';

/** Longest the counting may hold the main thread at a time, ms. */
const sliceMs = 4;

/** The part of the picture that the mask covers, 0 to 1; counted in slices after each gesture. Null without a picture. */
export const useMaskCoverage = (): number | null => {
  const mask = useStore(documentStore, (state) => state.document?.mask ?? null);
  const [coverage, setCoverage] = useState<number | null>(null);
  useEffect(() => {
    if (!mask) return;
    let timer = 0;
    const count = (): void => {
      if (measureTiles(mask, sliceMs)) setCoverage(maskCoverage(mask));
      else timer = window.setTimeout(count);
    };
    timer = window.setTimeout(count);
    return () => window.clearTimeout(timer);
  }, [mask]);
  return mask ? coverage : null;
};
