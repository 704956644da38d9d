import type { Lines } from '../../../instruments/code/network.ts';
import type { LabInput } from '../model.ts';

/** The input on screen as a list in code. Brackets, commas and digits are the same in Python and JavaScript. */
export interface SequenceCode {
  /** `[3, 1, 4]`, or rows of numbers. */
  readonly lines: Lines;
  /** The words that the ids stand for; null for numbers. */
  readonly words: string | null;
}

export function sequenceCode(input: LabInput, inputs: number): SequenceCode {
  if (input.kind === 'symbols') {
    const words = Array.from(input.ids, (id) => JSON.stringify(input.vocabulary[id] ?? ''));
    return { lines: [`[${[...input.ids].join(', ')}]`], words: words.join(' ') };
  }
  const { values } = input;
  const rows = Array.from({ length: values.length / inputs }, (_, step) =>
    Array.from(values.subarray(step * inputs, (step + 1) * inputs), String).join(', '),
  );
  return { lines: ['[', ...rows.map((row) => `    [${row}],`), ']'], words: null };
}
