import type { Term } from '../../models/cells/operands.ts';

/** A pre-activation's products as the panel shows them: z is the sum of all three parts. */
export interface Contributions {
  /** Largest first. */
  readonly top: readonly Term[];
  readonly rest: readonly Term[];
  readonly restSum: number;
  readonly biases: readonly Term[];
}

const isBias = ({ source }: Term): boolean => source === 'bias' || source === 'recurrent-bias';

/** Sorts products by size, keeps the `shown` largest and sums the rest; a rest of one is shown itself. */
export function sortContributions(terms: readonly Term[], shown: number): Contributions {
  const size = ({ product }: Term) => (Number.isNaN(product) ? Number.POSITIVE_INFINITY : Math.abs(product));
  const sorted = terms.filter((term) => !isBias(term)).sort((a, b) => size(b) - size(a));
  const cut = sorted.length === shown + 1 ? shown + 1 : shown;
  const rest = sorted.slice(cut);
  return {
    top: sorted.slice(0, cut),
    rest,
    restSum: rest.reduce((sum, { product }) => sum + product, 0),
    biases: terms.filter(isBias),
  };
}
