import { vocabularyOf } from '../../models/text/vocabulary.ts';
import { readCheckpoint } from '../../store/checkpoint-bytes.ts';
import { DROPOUT_CONFIG, type RealRun, realRun } from '../../store/real-run.testkit.ts';
import type { OpenModel } from '../language/open-model.ts';
import type { ExportedFile, ExportSubject, LanguageConfig } from './model-files.ts';

const { task } = DROPOUT_CONFIG;
if (task.kind !== 'next-symbol') throw new Error('a run on a text');

/** A run that has everything that a config can have. */
export const FULL_CONFIG: LanguageConfig = {
  ...DROPOUT_CONFIG,
  task: { ...task, ends: 'lines', heldOut: { share: 0.1, tokens: 100, every: 5 } },
};

export const withoutText = (config: LanguageConfig): LanguageConfig => ({
  ...config,
  task: { ...config.task, text: '' },
});

/** What a page holds of a run, and the state of it. */
export async function subjectOf(run: RealRun, config: LanguageConfig): Promise<ExportSubject> {
  const read = readCheckpoint(await run.checkpoint());
  if (!read.ok) throw new Error(read.fault);
  const { checkpoint } = read;
  const { cell: spec, hidden, layers } = config;
  const model: OpenModel = {
    config,
    shape: { spec, vocabulary: run.info.vocabulary.length, hidden, layers },
    vocabulary: vocabularyOf(run.info.vocabulary, run.info.counts),
    parameters: checkpoint.parameters,
    step: checkpoint.step,
  };
  const text = { name: 'cats.txt', key: 'kept-1' };
  return { model, name: 'Cats: 1/2', devLoss: 1.25, text, checkpoint };
}

/** A trained model, to be written. */
export async function trained(
  config: LanguageConfig,
  tier: 'js' | 'wasm' = 'js',
  steps = 3,
): Promise<ExportSubject> {
  const run = realRun(tier, config);
  await run.train(steps);
  return subjectOf(run, config);
}

export const given = (files: readonly ExportedFile[]) =>
  files.map(({ name, bytes }) => ({ name, bytes: new Blob([bytes]) }));
