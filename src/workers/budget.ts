/** What a share of the time may be spent on: work whose cost shows only when it is done. */
export interface Budget {
  /** Whether the last time is paid for by now. */
  isAffordable(now: number): boolean;
  /** The work took from `begun` to `ended` (ms). */
  spend(begun: number, ended: number): void;
}

/** Work of c milliseconds is followed by c / `share` without it. */
export function createBudget(share: number): Budget {
  let paidAt = Number.NEGATIVE_INFINITY;
  return {
    isAffordable: (now) => now >= paidAt,
    spend(begun, ended) {
      paidAt = ended + (ended - begun) / share;
    },
  };
}
