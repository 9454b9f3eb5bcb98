/** A picture to try the product with, its suggested mask, and what to ask for. Addresses are of this origin. */
export type Sample = {
  readonly id: string;
  readonly title: string;
  /** What there is to do, as a short order. */
  readonly job: string;
  readonly prompt: string;
  readonly picture: string;
  readonly mask: string;
  readonly thumbnail: string;
};

const sample = (id: string, title: string, job: string, prompt: string): Sample => ({
  id,
  title,
  job,
  prompt,
  picture: `/samples/${id}.jpg`,
  mask: `/samples/${id}-mask.png`,
  thumbnail: `/samples/${id}-thumb.webp`,
});

export const samples: readonly Sample[] = [
  sample(
    'bottle',
    'Bottle on paper',
    'Remove dust and clip',
    'Clean, flawless dark green glossy bottle surface with its soft studio reflections; seamless warm beige paper backdrop, nothing lying on it',
  ),
  sample(
    'table',
    'Oak table',
    'Take the price tag off',
    'Empty oak table top, continuous horizontal wood grain, warm low window light',
  ),
  sample(
    'room',
    'Living room',
    'Hide socket and cable',
    'Plain matte off-white wall, white skirting board and oak floorboards, soft daylight, no socket, no cable',
  ),
  sample(
    'coast',
    'Cliff path',
    'Take the sign away',
    'Grassy cliff top with pink thrift, calm blue bay, hazy headlands, summer sky with thin cloud, no sign',
  ),
  sample(
    'poster',
    'Screen print',
    'Remove the watermark',
    'Clean screen print: smooth gradient sky, sun with an even orange gradient, flat teal waves, no lettering',
  ),
];
