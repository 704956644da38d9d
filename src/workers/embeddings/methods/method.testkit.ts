import type {
  ConfigOf,
  EmbeddingMethod,
  EmbeddingStart,
  MethodResult,
  SavedNumbers,
  TrainerNumbers,
} from '../method.ts';
import type { EmbeddingInfo, EmbeddingTrainer, Method } from '../protocol.ts';

/** What a method makes of a config, all at once. */
export function preparedBy<Kind extends Method['kind']>(
  method: EmbeddingMethod<Kind>,
  config: ConfigOf<Kind>,
): MethodResult {
  const steps = method.prepare(config);
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
}

export interface Opened {
  readonly info: EmbeddingInfo;
  readonly trainer: EmbeddingTrainer;
  /** A checkpoint as a worker would get it back. */
  save(): SavedNumbers;
  /** Trains until all is done. */
  finish(): void;
}

/** A trainer on the reference, from the seed or from what was saved. Throws the code of what fails. */
export function openedBy<Kind extends Method['kind']>(
  method: EmbeddingMethod<Kind>,
  config: ConfigOf<Kind>,
  saved: SavedNumbers | null = null,
): Opened {
  const found = preparedBy(method, config);
  if (!found.ok) throw new Error(found.failure.code);
  let kept: SavedNumbers | null = null;
  const start: EmbeddingStart = {
    saved,
    now: () => 0,
    write(_tier, { sections, ...rest }: TrainerNumbers) {
      kept = { ...JSON.parse(JSON.stringify(rest)), sections: sections.map((one) => Float64Array.from(one)) };
      return new Uint8Array(0);
    },
  };
  const trainer = found.run.createReference(start);
  return {
    info: found.run.info,
    trainer,
    save() {
      trainer.checkpoint();
      if (!kept) throw new Error('nothing was written');
      return kept;
    },
    finish() {
      while (!trainer.isDone()) trainer.step(1000);
    },
  };
}
