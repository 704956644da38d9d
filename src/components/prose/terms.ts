/** What prose, formulas and figures can point at together; the ids are the cells' roles, plus input, prediction and the node of a tree. */
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
  'node',
] as const;
export type TermId = (typeof TERMS)[number];
/** Those that a recurrent network's drawing has a lane or a box for. */
export type NetTermId = Exclude<TermId, 'node'>;

export const isTerm = (value: unknown): value is TermId => TERMS.includes(value as TermId);
