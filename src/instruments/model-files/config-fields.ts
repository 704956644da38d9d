import { readCell } from '../../models/convert/torch-state-spec.ts';
import type { ScheduleSpec } from '../../models/optim/schedule.ts';
import type { OptimizerSpec } from '../../models/optim/types.ts';
import { type Field, nullable, number, object, oneOf, optional, present, readBy, whole } from './fields.ts';
import type { LanguageConfig } from './model-files.ts';

const LARGEST = 2 ** 24;
const share = number(0, 1);
const rate = number(0);
const count = whole(1, LARGEST);

const optimizer: Field<OptimizerSpec> = object((take) => {
  const kind = take('kind', oneOf(['sgd', 'momentum', 'rmsprop', 'adam']));
  const learningRate = take('learningRate', rate);
  switch (kind) {
    case 'sgd':
      return { kind, learningRate };
    case 'momentum':
      return { kind, learningRate, momentum: take('momentum', share) };
    case 'rmsprop':
      return { kind, learningRate, decay: take('decay', share), epsilon: take('epsilon', rate) };
    case 'adam': {
      const [beta1, beta2] = [take('beta1', share), take('beta2', share)];
      return { kind, learningRate, beta1, beta2, epsilon: take('epsilon', rate) };
    }
  }
});

const schedule: Field<ScheduleSpec> = object((take) => {
  const kind = take('kind', oneOf(['constant', 'steps', 'inverse', 'cosine']));
  const warmup = present('warmup', take('warmup', optional(number(0))));
  switch (kind) {
    case 'constant':
      return { kind, ...warmup };
    case 'steps':
      return { kind, every: take('every', number(1)), factor: take('factor', rate), ...warmup };
    case 'inverse':
      return { kind, decay: take('decay', rate), ...warmup };
    case 'cosine':
      return { kind, over: take('over', number(1)), floor: take('floor', rate), ...warmup };
  }
});

const task: Field<LanguageConfig['task']> = object((take) => {
  const heldOut = take(
    'heldOut',
    optional(
      object((of) => ({
        share: of('share', number(0, 0.5)),
        tokens: of('tokens', count),
        every: of('every', count),
      })),
    ),
  );
  return {
    kind: take('kind', oneOf(['next-symbol'])),
    text: '',
    level: take('level', oneOf(['character', 'word'])),
    ...present('ends', take('ends', optional(oneOf(['lines', 'sentences'])))),
    vocabulary: take('vocabulary', count),
    ...present('heldOut', heldOut),
  };
});

const bias = optional(number());
const biases: Field<LanguageConfig['biases']> = object((take) => ({
  ...present('update', take('update', bias)),
  ...present('reset', take('reset', bias)),
  ...present('forget', take('forget', bias)),
  ...present('candidate', take('candidate', bias)),
  ...present('output', take('output', bias)),
}));

/** Everything that decides a language model's numbers, but the text. */
export const config: Field<LanguageConfig> = object((take) => ({
  task: take('task', task),
  cell: take('cell', readBy('{ "kind": "rnn" | "gru" | "lstm", … }', readCell)),
  hidden: take('hidden', count),
  layers: take('layers', whole(1, 64)),
  directions: take('directions', oneOf(['forward'])),
  batch: take('batch', count),
  steps: take('steps', count),
  optimizer: take('optimizer', optimizer),
  ...present('schedule', take('schedule', optional(schedule))),
  clip: take('clip', nullable(rate)),
  ...present('dropout', take('dropout', optional(number(0, 0.99)))),
  biases: take('biases', biases),
  seed: take('seed', number()),
}));
