import type { Size } from '../geometry/size.ts';
import type { PlannedStep, Resolution } from './plan.ts';

/** What detail the steps give: that of the one with the least. */
export const resolutionOf = (steps: readonly [PlannedStep, ...PlannedStep[]]): Resolution => {
  const [first, ...others] = steps.map(resolutionOfStep);
  const least = others.reduce(
    (worst, each) => (each.scale < worst.scale ? each : worst),
    first ?? resolutionOfStep(steps[0]),
  );
  return { ...least, text: textOf(least) };
};

const resolutionOfStep = ({ work, region, scale }: PlannedStep): Omit<Resolution, 'text'> => ({
  sent: work,
  shown: { width: region.width, height: region.height },
  scale,
});

const textOf = ({ sent, shown, scale }: Omit<Resolution, 'text'>): string =>
  scale === 1
    ? `Generated 1:1 at ${sizeText(sent)}`
    : `Generated at ${sizeText(sent)}, shown at ${sizeText(shown)}: ${factorText(scale)}`;

const sizeText = ({ width, height }: Size): string => `${width} × ${height}`;

/** Two digits after the point; never 1.00 where it is not. */
const factorText = (scale: number): string =>
  `${scale < 1 ? Math.min(0.99, Math.round(scale * 100) / 100).toFixed(2) : scale.toFixed(2)}×`;
