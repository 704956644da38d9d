import { checkpointFault } from '../../store/checkpoint-fault.ts';
import type { Run } from '../../store/run-state.ts';
import type { Workbench } from '../../store/workbench-state.ts';
import type { ImportedModel } from '../model-files/model-files.ts';
import type { LanguageConfig } from './run-settings.ts';

/** How a model out of a file became a run. */
export type Adoption =
  /** With everything that training needs to go on as if it had never stopped. */
  | 'whole'
  /** Its numbers only: training goes on from them with a fresh optimiser, from the beginning of the text. */
  | 'numbers'
  /** The text gives other tokens than the model knows: there is no run. */
  | 'other-tokens';

/** The imported model as a run on this text, open and at rest. `key` is what the text is found by again. */
export async function adoptModel(
  bench: Workbench,
  imported: ImportedModel,
  text: { readonly key: string; readonly text: string },
  name: string,
): Promise<Adoption> {
  const config: LanguageConfig = { ...imported.config, task: { ...imported.config.task, text: text.text } };
  const { checkpoint } = imported;
  const isWhole = checkpoint !== null && checkpointFault(checkpoint, config, true) === null;
  const id = await bench.begin({ name, text: text.key, config, ...(isWhole ? { checkpoint } : {}) });
  if (isWhole) return 'whole';
  const run = bench.store.getState().open?.run;
  if (run && (await knowsTheSame(bench, run, imported.vocabulary.tokens))) {
    run.editParameters(Array.from(imported.parameters, (value, index) => ({ index, value })));
    return 'numbers';
  }
  await bench.discard(id);
  return 'other-tokens';
}

/** Once the run has read its text. */
async function knowsTheSame(bench: Workbench, run: Run, tokens: readonly string[]): Promise<boolean> {
  const info = await prepared(bench, run);
  return info?.length === tokens.length && info.every((token, id) => token === tokens[id]);
}

/** Null: it could not begin, or another model was opened before it had. */
function prepared(bench: Workbench, run: Run): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    const look = () => {
      const { phase, info } = run.store.getState();
      const isOpen = bench.store.getState().open?.run === run;
      if (isOpen && phase === 'starting') return;
      for (const stop of stops) stop();
      resolve((isOpen && info?.vocabulary) || null);
    };
    const stops = [run.store.subscribe(look), bench.store.subscribe(look)];
    look();
  });
}
