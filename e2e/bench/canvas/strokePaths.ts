export type Spot = { readonly x: number; readonly y: number };
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The measured stroke: one figure over most of the visible picture, screen px. */
export const measuredStroke = (box: Box, moves: number): Spot[] => {
  const reach = 0.4 * Math.min(box.width, box.height);
  return Array.from({ length: moves + 1 }, (_, index) => {
    const turn = (2 * Math.PI * index) / moves;
    return {
      x: box.x + box.width / 2 + reach * Math.sin(3 * turn),
      y: box.y + box.height / 2 + reach * Math.sin(2 * turn + 0.5),
    };
  });
};

/** Earlier strokes: 40 points each, small, all over the picture, the same ones every time. Screen px. */
export const earlierStrokes = (box: Box, count: number): Spot[][] => {
  const side = Math.min(box.width, box.height);
  return Array.from({ length: count }, (_, stroke) => {
    const centre = {
      x: box.x + box.width / 2 + 0.36 * side * Math.sin(stroke * 2.399),
      y: box.y + box.height / 2 + 0.36 * side * Math.cos(stroke * 3.119),
    };
    return Array.from({ length: 40 }, (__, point) => ({
      x: centre.x + 0.06 * side * Math.sin((2 * Math.PI * point) / 40),
      y: centre.y + 0.06 * side * Math.sin((4 * Math.PI * point) / 40 + 1),
    }));
  });
};
