import { heldOutStart } from '../models/language/held-out.ts';
import { evaluateNextSymbol, symbolsOf, zeroStates } from '../models/language/next-symbol.ts';
import { createStreams } from '../models/language/streams.ts';
import { tokenize } from '../models/text/tokenize.ts';
import { createVocabulary, encode } from '../models/text/vocabulary.ts';
import { DROPOUT_CONFIG } from './config.testkit.ts';
import { createHeldOutMeter } from './held-out.ts';
import type { PreparedRun } from './prepare.ts';
import type { HeldOutPoint, NextSymbolTask, RunConfig, Trainer } from './protocol.ts';
import { parametersOf } from './run.testkit.ts';

const TASK = DROPOUT_CONFIG.task as NextSymbolTask;
/** Nearly a third of it is held out, of which 70 tokens are measured: 69 predictions, in three streams of 23. */
const heldOut = { share: 0.3, tokens: 70, every: 4 };

/** With dropout, an ⟨UNK⟩ that only the held-out part has, and streams that end within a batch. */
export const HELD_OUT_CONFIG: RunConfig = {
  ...DROPOUT_CONFIG,
  task: { ...TASK, text: `${TASK.text.slice(0, -40)}Z${TASK.text.slice(-40)}`, heldOut },
};

/** The same training part with nothing behind it. */
export function withoutHeldOut(config: RunConfig): RunConfig {
  const { heldOut: held, ...task } = config.task as NextSymbolTask;
  const tokens = tokenize(task.text, task);
  const text = tokens.slice(0, heldOutStart(tokens.length, held?.share ?? 0)).join('');
  return { ...config, task: { ...task, text } };
}

/** Trains as the loop does: what is due to be measured is measured first, also after the last step. */
export async function trainMeasured(
  run: PreparedRun,
  trainer: Trainer,
  steps: number,
): Promise<readonly HeldOutPoint[]> {
  if (!run.heldOut) throw new Error('nothing is held out');
  const meter = createHeldOutMeter(run.heldOut, heldOut.every, trainer);
  for (let i = 0; i <= steps; i++) {
    if (i > 0) await trainer.step();
    while (meter.isDue()) await meter.advance();
  }
  return meter.take();
}

/** Loss of `HELD_OUT_CONFIG`'s held-out text under the trainer's parameters, by the reference: every stream in one piece. */
export async function heldOutLossByReference(run: PreparedRun, trainer: Trainer): Promise<number> {
  const task = HELD_OUT_CONFIG.task as NextSymbolTask;
  const tokens = tokenize(task.text, task);
  const end = heldOutStart(tokens.length, heldOut.share);
  const vocabulary = createVocabulary(tokens.slice(0, end), { size: task.vocabulary });
  const held = encode(vocabulary, tokens.slice(end, end + heldOut.tokens));
  const cut = createStreams(held, run.info);
  if (!cut.ok) throw new Error('nothing to predict');
  const { batch, length } = cut.streams;
  const place = (i: number) => (i % batch) * length + Math.floor(i / batch);
  const ids = Int32Array.from({ length: length * batch }, (_, i) => held[place(i)] ?? -1);
  const targets = ids.map((_, i) => held[place(i) + 1] ?? -1);
  const shape = symbolsOf(run.network);
  const parameters = await parametersOf(trainer, run.layout.length);
  return evaluateNextSymbol(shape, parameters, { ids, targets }, zeroStates(shape, batch)).loss;
}
