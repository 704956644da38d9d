/** Tokens from `from` to before `to`. */
export interface TokenStretch {
  readonly from: number;
  readonly to: number;
}

/** What lies between the token where a selection began and the one where it is now, at most `most` tokens of it. */
export function stretchBetween(anchor: number, at: number, most: number): TokenStretch {
  const end = Math.max(anchor - most + 1, Math.min(anchor + most - 1, at));
  return { from: Math.min(anchor, end), to: Math.max(anchor, end) + 1 };
}

const MOVES: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, length) => length - 1,
};

/** The token that a key leads to along the text; null for a key that does not move along it. */
export function moveAlong(key: string, at: number, length: number): number | null {
  const move = MOVES[key];
  if (!move || length < 1) return null;
  return Math.max(0, Math.min(length - 1, move(at, length)));
}
