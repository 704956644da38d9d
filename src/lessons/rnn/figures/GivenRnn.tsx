import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { roleStyle, SymbolText } from '../../../components/diagrams/Symbol.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { useSettings } from '../../../store/settings.ts';
import styles from './figures.module.css';
import type { TinyRnn } from './twoSteps.ts';

/** The weights and inputs that a checkpoint gives, labelled as given. */
export function GivenRnn({ given }: { readonly given: TinyRnn }) {
  const text = useText();
  const a = useSettings(({ notation }) => (notation === 'ng' ? 'a' : 'h'));
  const weights = [
    ['hidden', { base: 'W', sub: a + a }, given.recurrent],
    ['input', { base: 'W', sub: `${a}x` }, given.input],
    ['candidate', { base: 'b', sub: a }, given.bias],
  ] as const;
  return (
    <dl className={styles.given} aria-label={text('given.title')}>
      {weights.map(([role, symbol, value]) => (
        <div key={role} style={roleStyle(role)}>
          <dt>
            <SymbolText symbol={symbol} />
          </dt>
          <dd>{formatFixed(value)}</dd>
        </div>
      ))}
      {given.inputs.map((value, t) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an input is its step.
        <div key={t} style={roleStyle('input')} data-term="input">
          <dt>
            <SymbolText symbol={{ base: 'x' }} time={String(t + 1)} />
          </dt>
          <dd>{formatFixed(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
