import { tokenize } from '../../models/text/tokenize.ts';
import { encode } from '../../models/text/vocabulary.ts';
import type { PassageReading } from '../../models/units/passage.ts';
import { readPassage } from '../../models/units/read-passage.ts';
import type { OpenModel } from './open-model.ts';

/** Work at a time, ms: half a frame. */
const BUDGET = 8;
const rest = () => new Promise((resolve) => setTimeout(resolve));

/** `Run.read` for a model that has no run: by the reference, in the page, in slices that leave the page quick. */
export function readModel(model: OpenModel): (text: string) => Promise<PassageReading> {
  const { config, shape, vocabulary, parameters, step } = model;
  return async (text) => {
    const tokens = tokenize(text, config.task);
    const ids = encode(vocabulary, tokens);
    const reading = readPassage(shape, parameters, ids);
    let until = performance.now() + BUDGET;
    for (;;) {
      const part = reading.next();
      if (part.done) return { tokens, ids, step, parameters, ...part.value };
      if (performance.now() < until) continue;
      await rest();
      until = performance.now() + BUDGET;
    }
  };
}
