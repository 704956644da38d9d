import { useText } from '../../components/text/useText.tsx';
import { codeMessages } from '../../i18n/messages/code.ts';
import { CodeTabs } from '../code/CodeTabs.tsx';
import { tfjsNotes, torchNotes } from '../code/notes.ts';
import { hasUnsetBiases, tfjsTraining } from '../code/tfjs-training.ts';
import { type TrainingFacts, torchTraining } from '../code/torch-training.ts';
import type { UnrolledView } from './view.ts';

function factsOf({ state, shown, figure }: UnrolledView): TrainingFacts {
  const { config, info } = state;
  const { cell, hidden, layers, directions } = config;
  const symbols = shown?.shape.vocabulary ?? figure.settings.vocabulary;
  return {
    network: { stack: { cell, inputs: symbols, hidden, layers, directions }, classes: symbols },
    steps: info?.steps ?? config.steps,
    batch: info?.batch ?? config.batch,
    optimizer: config.optimizer,
    clip: config.clip,
    biases: config.biases,
  };
}

/** The same model, and a step of its training, in PyTorch and in TensorFlow.js. */
export function CodeListing({ view }: { readonly view: UnrolledView }) {
  const text = useText(codeMessages);
  const facts = factsOf(view);
  const { stack } = facts.network;
  const torch = () => torchTraining(facts, torchNotes(text, stack));
  const tfjs = () =>
    tfjsTraining(facts, [
      ...tfjsNotes(text, stack),
      ...(facts.clip === null ? [] : [text('listing.no-clip')]),
      ...(hasUnsetBiases(facts) ? [text('listing.biases')] : []),
    ]);
  return <CodeTabs write={(library) => (library === 'torch' ? torch() : tfjs())} />;
}
