import type { SequenceStep } from '../../components/diagrams/sequence/sequenceTypes.ts';
import type { Form } from './forms.ts';
import { percentOf } from './percent.ts';
import { markOf, probabilityOf, type ReadStep } from './reading.ts';

/** What was read, as the drawing shows it. */
export const shownSteps = (form: Form, steps: readonly ReadStep[]): readonly SequenceStep[] =>
  steps.map((step) => ({
    token: step.token,
    fed: step.fed,
    values: step.values,
    said: step.asked ? step.said : '',
    percent: step.asked ? percentOf(probabilityOf(step)) : '',
    mark: markOf(form, step),
  }));
