import type { Labelling } from '../../workers/embeddings/protocol.ts';

/** What one word or word n-gram of a text adds to a label's score. */
export interface Reason {
  readonly id: string;
  readonly words: readonly string[];
  readonly share: number;
}

/** Every feature's share in the score of a label, the weightiest first. */
export function reasonsFor({ features, shares, probabilities }: Labelling, label: number): readonly Reason[] {
  const labels = probabilities.length;
  return features
    .map(({ words }, i) => ({ id: String(i), words, share: shares[i * labels + label] ?? Number.NaN }))
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}

/** Number of the most probable label; of equals, the first. */
export function mostProbable({ probabilities }: Labelling): number {
  return probabilities.reduce((best, p, label) => (p > (probabilities[best] ?? 0) ? label : best), 0);
}
