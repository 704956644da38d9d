import { Button } from '../../components/controls/Button.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { failureMessage, sayRun } from '../../store/run-text.ts';
import styles from './bptt.module.css';
import type { ModelSettings } from './model-settings.ts';
import type { Network, Reading } from './reading.ts';
import type { ModelView } from './useModel.ts';

/** The network in one line. */
export function useStatusLine(network: Network | null): string {
  const text = useText(bpttMessages);
  if (!network) return text('train.starting');
  return text('bptt.status', {
    hidden: network.shape.hidden,
    parameters: network.parameters.length,
    steps: network.trained,
    loss: formatFixed(network.trainingLoss, 2),
  });
}

/** Why there are no numbers, where something went wrong. */
export function ModelTrouble<T extends ModelSettings>({ model }: { readonly model: ModelView<T> }) {
  const text = useText(bpttMessages);
  const { missing, failure } = model.state;
  if (missing) {
    return (
      <p className={styles.trouble} role="alert">
        {text('train.loadFailed', missing)} <Button onClick={model.retry}>{text('train.retry')}</Button>
      </p>
    );
  }
  if (failure) {
    return (
      <p className={styles.trouble} role="alert">
        {sayRun(text, failureMessage(failure, 0))}
      </p>
    );
  }
  return null;
}

/** What a figure shows while there is nothing to show: the room is kept. */
export function ModelWaiting<T extends ModelSettings>({ model }: { readonly model: ModelView<T> }) {
  const text = useText(bpttMessages);
  const message = model.network ? text('bptt.sentence-short') : text('train.starting');
  return (
    <p className={styles.waiting} role="status">
      {model.state.missing || model.state.failure ? '' : message}
    </p>
  );
}

/** The sentence with its spaces to be seen. */
export const printedSentence = ({ tokens }: Reading): string =>
  tokens.map(({ text }) => visibleSymbol(text)).join('');

/** Under the figures that share the first one's network: what they read, and where it is changed. */
export function ModelNote<T extends ModelSettings>({ model }: { readonly model: ModelView<T> }) {
  const text = useText(bpttMessages);
  const status = useStatusLine(model.network);
  const sentence = model.reading ? printedSentence(model.reading) : model.figure.settings.sentence;
  return (
    <p className={styles.note}>
      {text('bptt.note', { sentence, status })}{' '}
      <Button onClick={() => document.getElementById('through')?.scrollIntoView()}>
        {text('bptt.back-to-model')}
      </Button>
    </p>
  );
}
