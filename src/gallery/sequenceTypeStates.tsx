import { SequenceNet } from '../components/diagrams/sequence/SequenceNet.tsx';
import type { BoxPlace } from '../components/diagrams/sequence/sequenceTypes.ts';
import { type Form, formModel } from '../instruments/types/forms.ts';
import { readOwn } from '../instruments/types/own-text.ts';
import { readForm, shapeOf } from '../instruments/types/reading.ts';
import { shownSteps } from '../instruments/types/shown-steps.ts';
import { initialiseNetwork } from '../models/network/token-network.ts';
import { createRandom } from '../models/random.ts';
import type { GalleryState } from './galleryTypes.ts';

/** An untrained network of one type on some input: answers of all kinds, most of them wrong. */
function Untrained(props: { readonly form: Form; readonly text: string; readonly selected: BoxPlace }) {
  const { form, text, selected } = props;
  const { task, network } = formModel(form);
  const parameters = initialiseNetwork(network, createRandom(2), {});
  const steps = readForm(form, { task, network, parameters }, readOwn(form, text, task.inputs).tokens);
  return (
    <SequenceNet
      shape={shapeOf(form, steps)}
      steps={shownSteps(form, steps)}
      selected={selected}
      onSelect={() => {}}
      notation="ng"
      name={`${form}, untrained`}
      nameOf={({ kind, step }) => `${kind} ${step + 1}`}
    />
  );
}

/** Recurrent nets by what goes in and out: one step, outputs fed back either way, the longest input, two lengths. */
export const SEQUENCE_TYPE_STATES: readonly GalleryState[] = [
  {
    id: 'sequence-one',
    title: 'One to one, output selected',
    render: () => <Untrained form="one-one" text="e" selected={{ kind: 'output', step: 0 }} />,
  },
  {
    id: 'sequence-fed',
    title: 'One to many, outputs fed back as inputs until it is stopped',
    render: () => <Untrained form="one-many" text="3" selected={{ kind: 'input', step: 2 }} />,
  },
  {
    id: 'sequence-output',
    title: 'Output to state only',
    render: () => <Untrained form="output" text="3" selected={{ kind: 'state', step: 1 }} />,
  },
  {
    id: 'sequence-long',
    title: 'Sixteen steps, an output at each',
    render: () => (
      <Untrained form="many-many" text={'ab"cdefg"h"abcde'} selected={{ kind: 'state', step: 0 }} />
    ),
  },
  {
    id: 'sequence-unequal',
    title: 'An encoder and a decoder',
    render: () => <Untrained form="unequal" text="dabc" selected={{ kind: 'output', step: 6 }} />,
  },
];
