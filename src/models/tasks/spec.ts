import { type AgreementOptions, createAgreement } from './agreement.ts';
import { createHoldBit, type HoldBitOptions } from './hold-bit.ts';
import { createNames, type NamesOptions } from './names.ts';
import { createQuotes, type QuotesOptions } from './quotes.ts';
import { createReverse, type ReverseOptions } from './reverse.ts';
import { createSpellDigit, type SpellOptions } from './spell-digit.ts';
import type { SequenceTask } from './task.ts';
import { createVerdict, type VerdictOptions } from './verdict.ts';
import { createVowels } from './vowels.ts';

/** A task as data: what a run's settings, a link or a checkpoint say of it. */
export type TaskSpec =
  | ({ readonly name: 'agreement' } & AgreementOptions)
  | ({ readonly name: 'hold-bit' } & HoldBitOptions)
  | ({ readonly name: 'names' } & NamesOptions)
  | ({ readonly name: 'quotes' } & QuotesOptions)
  | ({ readonly name: 'reverse' } & ReverseOptions)
  | ({ readonly name: 'spell-digit' } & SpellOptions)
  | ({ readonly name: 'verdict' } & VerdictOptions)
  | { readonly name: 'vowels' };
export type TaskName = TaskSpec['name'];

/** The task that a spec names. Throws a RangeError when an option is out of its range. */
export function createTask(spec: TaskSpec): SequenceTask {
  switch (spec.name) {
    case 'agreement':
      return createAgreement(spec);
    case 'hold-bit':
      return createHoldBit(spec);
    case 'names':
      return createNames(spec);
    case 'quotes':
      return createQuotes(spec);
    case 'reverse':
      return createReverse(spec);
    case 'spell-digit':
      return createSpellDigit(spec);
    case 'verdict':
      return createVerdict(spec);
    case 'vowels':
      return createVowels();
  }
}
