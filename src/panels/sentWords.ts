import type { ReadyPlan } from '../generation/plan.ts';
import type { Size } from '../geometry/size.ts';

const px = ({ width, height }: Size): string => `${width} × ${height} px`;

/** What a plan sends, in one line: "Sends 2220 × 1480 px at 1:1", "3 calls, up to 1024 × 1024 px at 0.44×". */
export const sentWords = ({ steps, resolution }: ReadyPlan): string => {
  const [first] = steps;
  const scale = scaleWords(resolution.scale);
  if (first.transport === 'pixels') return `Works on ${px(first.size)} at ${scale}. Nothing is sent.`;
  if (steps.length === 1) return `Sends ${px(first.size)} at ${scale}`;
  const largest = steps.reduce(
    (best, { size }) => (size.width * size.height > best.width * best.height ? size : best),
    first.size,
  );
  return `${steps.length} calls, up to ${px(largest)} at ${scale}`;
};

/** 1 as "1:1", anything else as "0.44×". */
const scaleWords = (scale: number): string => (scale === 1 ? '1:1' : `${scale.toFixed(2)}×`);
