/** What prose, formulas and figures can point at together; the ids are the cells' roles, plus input and prediction. */
export const TERMS = [
  'forget',
  'update',
  'output',
  'reset',
  'candidate',
  'cell',
  'hidden',
  'input',
  'prediction',
] as const;
export type TermId = (typeof TERMS)[number];

export const isTerm = (value: unknown): value is TermId => TERMS.includes(value as TermId);
