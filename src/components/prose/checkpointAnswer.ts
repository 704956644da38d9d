/**
 * The number in a learner's answer, or null. Takes what people type: spaces, a true minus sign, full-width digits, a comma for
 * the point when there is no other.
 */
export function parseAnswer(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll('−', '-').replaceAll(/\s/g, '');
  const pointed = plain.includes('.') ? plain : plain.replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(pointed)) return null;
  return Number(pointed);
}

/** Whether an answer is within the tolerance (absolute, included; a hair of slack for decimal fractions). */
export const isNear = (answer: number, expected: number, tolerance: number): boolean =>
  Math.abs(answer - expected) <= tolerance + 1e-12 * Math.max(1, Math.abs(expected));
