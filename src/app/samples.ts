/** A picture to try things on, with a suggested mask and a prompt for providers that read one. */
export type Sample = {
  readonly id: string;
  readonly title: string;
  /** What there is to do, in a few words. */
  readonly job: string;
  readonly prompt: string;
  /** Addresses on our own origin. */
  readonly picture: string;
  readonly mask: string;
  readonly thumbnail: string;
  /** Of the picture and of its mask, px. */
  readonly width: number;
  readonly height: number;
};

const sample = (
  id: string,
  facts: Pick<Sample, 'title' | 'job' | 'prompt'> & Partial<Pick<Sample, 'width' | 'height'>>,
): Sample => ({
  id,
  picture: `/samples/${id}.jpg`,
  mask: `/samples/${id}-mask.png`,
  thumbnail: `/samples/${id}-thumb.jpg`,
  width: 1600,
  height: 1200,
  ...facts,
});

/** Rendered by us; how is in docs/samples. */
export const samples: readonly Sample[] = [
  sample('bottle', {
    title: 'Bottle',
    job: 'Remove the dust and the clip',
    prompt:
      'Clean, flawless dark green glossy bottle surface with its soft studio reflections; seamless warm beige paper backdrop, nothing lying on it',
  }),
  sample('table', {
    title: 'Oak table',
    job: 'Remove the price tag',
    prompt: 'Empty oak table top, continuous horizontal wood grain, warm low window light',
  }),
  sample('room', {
    title: 'Living room',
    job: 'Remove the socket and the cable',
    prompt: 'Plain matte off-white wall, white skirting board and oak floorboards, soft daylight, no socket, no cable',
  }),
  sample('coast', {
    title: 'Cliff path',
    job: 'Remove the sign',
    prompt: 'Grassy cliff top with pink thrift, calm blue bay, hazy headlands, summer sky with thin cloud, no sign',
  }),
  sample('poster', {
    title: 'Poster',
    job: 'Remove the watermark',
    prompt: 'Clean screen print: smooth gradient sky, sun with an even orange gradient, flat teal waves, no lettering',
    width: 1200,
    height: 1600,
  }),
];
