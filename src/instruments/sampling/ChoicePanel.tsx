import { useMemo } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { ChoiceBars } from '../../components/plots/ChoiceBars.tsx';
import { useText } from '../../components/text/useText.tsx';
import { samplingMessages } from '../../i18n/messages/sampling.ts';
import type { GenerateOptions } from '../../models/language/generate.ts';
import { entropyBits } from '../../models/sampling/entropy.ts';
import styles from './sampling.module.css';
import { choiceRows, type ShownChoice } from './shown-choice.ts';

/** Tokens with a row of their own. */
export const SHOWN_ROWS = 12;

/** H and the even choice that is as hard to foretell. */
function Entropy({ name, probabilities }: { readonly name: string; readonly probabilities: Float64Array }) {
  const text = useText(samplingMessages);
  const bits = entropyBits(probabilities);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{text('sample.bits', { bits: formatFixed(bits, 2) })}</strong>{' '}
        {text('sample.choices', { choices: formatFixed(2 ** bits, 1) })}
      </dd>
    </div>
  );
}

function How({ options }: { readonly options: GenerateOptions }) {
  const text = useText(samplingMessages);
  const { temperature, topK, topP, unknown } = options;
  const how = text('sample.how', {
    temperature: temperature.toFixed(2),
    topK: topK ?? text('sample.off'),
    topP: topP === 1 ? text('sample.off') : topP.toFixed(2),
  });
  return (
    <p className={styles.note}>
      {how}
      {unknown ? null : ` · ${text('sample.how-excluded')}`}
    </p>
  );
}

export interface ChoicePanelProps {
  readonly shown: ShownChoice;
  readonly tokens: readonly string[];
  /** Place of the token on show, from 1; null: the one to come. */
  readonly place: number | null;
}

/** One step's distribution, before and after temperature, top-k and top-p. */
export function ChoicePanel({ shown, tokens, place }: ChoicePanelProps) {
  const text = useText(samplingMessages);
  const { choice, options } = shown;
  const bars = useMemo(() => choiceRows(shown, tokens, SHOWN_ROWS), [shown, tokens]);
  const left = useMemo(() => choice.offered.reduce((n, p) => n + (p > 0 ? 1 : 0), 0), [choice]);
  return (
    <section className={styles.choice}>
      <p className={styles.subtitle}>
        {place === null ? text('sample.of-next') : text('sample.of-token', { place })}
      </p>
      <How options={options} />
      <ChoiceBars {...bars} />
      <dl className={styles.facts} aria-label={text('sample.entropy')}>
        <Entropy name={text('sample.said')} probabilities={choice.said} />
        <Entropy name={text('sample.offered')} probabilities={choice.offered} />
      </dl>
      {left === 1 && <p className={styles.note}>{text('sample.one-left')}</p>}
    </section>
  );
}
