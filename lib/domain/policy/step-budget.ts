/**
 * Bounds the work of matching by counting it, so that the answer is the same on every machine. A step is about one
 * comparison of two small values.
 */
export interface StepBudget {
  /** Spends the steps; false once more were spent than there are, and then the work must stop. */
  readonly take: (steps: number) => boolean;
  readonly taken: () => number;
}

export function allowSteps(most: number): StepBudget {
  let taken = 0;
  return {
    take: (steps) => {
      taken += steps;
      return taken <= most;
    },
    taken: () => taken,
  };
}
