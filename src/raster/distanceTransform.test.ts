import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noSite, squaredDistances } from './distanceTransform.ts';

test('is the distance to the nearest site, as a look at all sites finds it', () => {
  const grid = fc
    .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }))
    .chain(([width, height]) =>
      fc.tuple(
        fc.constant({ width, height }),
        fc.array(fc.integer({ min: 0, max: 7 }), { minLength: width * height, maxLength: width * height }),
      ),
    );
  const property = fc.property(grid, ([size, levels]) => {
    const sites = Uint8Array.from(levels, (level) => (level === 0 ? 1 : 0));
    const places = [...sites.keys()].filter((at) => sites[at] === 1);
    const wanted = [...sites.keys()].map((at) =>
      places.reduce((least, place) => {
        const dx = (at % size.width) - (place % size.width);
        const dy = Math.floor(at / size.width) - Math.floor(place / size.width);
        return Math.min(least, dx * dx + dy * dy);
      }, noSite),
    );
    expect([...squaredDistances(sites, size)]).toEqual(wanted);
  });
  fc.assert(property, { numRuns: 500 });
});
