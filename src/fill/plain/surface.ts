/** Sums for a least squares fit of three quadratic surfaces (one per colour) over x and y. */
export type SurfaceFit = {
  readonly add: (x: number, y: number, red: number, green: number, blue: number) => void;
  /** Colours by place, or null where the points added do not decide them. */
  readonly solve: () => ((x: number, y: number) => readonly [number, number, number]) | null;
};

const terms = 6;

/** `scale` px should become about 1, to keep the numbers tame. */
export const surfaceFit = (centreX: number, centreY: number, scale: number): SurfaceFit => {
  const columns = terms + 3;
  const rows = Array.from({ length: terms }, () => new Float64Array(columns));
  const basis = new Float64Array(columns);
  const place = (x: number, y: number): void => {
    const u = (x - centreX) / scale;
    const v = (y - centreY) / scale;
    basis.set([1, u, v, u * u, u * v, v * v]);
  };
  return {
    add(x, y, red, green, blue) {
      place(x, y);
      basis.set([red, green, blue], terms);
      // Hot loop, indices inside by construction.
      for (let row = 0; row < terms; row++)
        for (let column = 0; column < columns; column++) rows[row]![column]! += basis[row]! * basis[column]!;
    },
    solve() {
      for (let pivot = 0; pivot < terms; pivot++) {
        let best = pivot;
        for (let row = pivot + 1; row < terms; row++)
          if (Math.abs(rows[row]![pivot]!) > Math.abs(rows[best]![pivot]!)) best = row;
        [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
        const value = rows[pivot]![pivot]!;
        if (Math.abs(value) < 1e-7) return null;
        for (let row = 0; row < terms; row++) {
          if (row === pivot) continue;
          const factor = rows[row]![pivot]! / value;
          for (let column = pivot; column < columns; column++) rows[row]![column]! -= factor * rows[pivot]![column]!;
        }
      }
      const coefficients = rows.map((row, term) => [6, 7, 8].map((column) => row[column]! / row[term]!));
      return (x, y) => {
        place(x, y);
        const sum: [number, number, number] = [0, 0, 0];
        for (let term = 0; term < terms; term++)
          for (let channel = 0; channel < 3; channel++) sum[channel]! += basis[term]! * coefficients[term]![channel]!;
        return sum;
      };
    },
  };
};
