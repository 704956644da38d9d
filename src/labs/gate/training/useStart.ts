import { type Lesson, trainingConfig } from '../../../instruments/gate-lab/training.ts';
import { paceLimit } from '../../../instruments/unrolled/TrainingBar.tsx';
import { tokenNetworkOf } from '../model.ts';
import { TASK_SPECS } from '../state/plan.ts';
import { type GateSettings, MOST_SYMBOLS } from '../state/settings.ts';
import type { LabView } from '../view.ts';

/** What the network is to learn; the vocabulary of a text is made as the lab makes it. */
function lessonOf({ input, text, level, task }: GateSettings): Lesson {
  return input === 'task'
    ? { kind: 'generated', spec: TASK_SPECS[task] }
    : { kind: 'next-symbol', text, level, vocabulary: MOST_SYMBOLS };
}

/** Trains on from the weights on show. */
export function useStart({ lab, training, walk }: LabView): (count: number | null) => void {
  const { settings, plan, model } = lab;
  const { optimizer, learningRate, clip, batch, steps, seed, forgetBias } = settings;
  return (count) => {
    const method = { optimizer, learningRate, clip, batch, steps, seed, biases: { forget: forgetBias } };
    const config = trainingConfig(tokenNetworkOf(plan.network), lessonOf(settings), method);
    walk.showAll();
    lab.mark();
    training.start(config, model.parameters, { pace: paceLimit(settings.pace), count });
  };
}
