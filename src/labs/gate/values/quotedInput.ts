import { visibleSymbol } from '../../../components/plots/visibleSymbol.ts';
import type { LabInput } from '../model.ts';

/** What an entry of x is called: its symbol in quotes, or its number from 1. */
export const quotedInput = (input: LabInput, index: number): string =>
  input.kind === 'symbols' ? `“${visibleSymbol(input.vocabulary[index] ?? '')}”` : `x${index + 1}`;
