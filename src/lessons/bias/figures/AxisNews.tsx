import { useText } from '../../../components/text/useText.tsx';
import panels from '../../../instruments/vector-panels/vector-panels.module.css';
import { biasMessages } from '../messages.ts';
import styles from './figures.module.css';
import { list, pairText, percent } from './say.ts';
import type { BiasAxis } from './useAxis.ts';

/** What of the pairs and words could not be used, and what the direction is made of. */
export function AxisNews({ bias }: { readonly bias: BiasAxis }) {
  const text = useText(biasMessages);
  const { axis, missing, others } = bias;
  return (
    <div className={styles.news}>
      {missing.length > 0 && <p className={panels.error}>{text('bias.missing', { words: list(missing) })}</p>}
      {others.length > 0 && <p className={panels.error}>{text('bias.no-pair', { parts: list(others) })}</p>}
      {axis && axis.flat.length > 0 && (
        <p className={panels.error}>{text('bias.flat', { pairs: pairText(axis.flat) })}</p>
      )}
      {axis && !axis.result.ok && (
        <p role="alert" className={panels.error}>
          {text(`bias.why-${axis.result.reason}`)}
        </p>
      )}
    </div>
  );
}

/** How much of what the pairs differ in lies along each component. */
export function Shares({ bias }: { readonly bias: BiasAxis }) {
  const text = useText(biasMessages);
  const result = bias.axis?.result;
  if (!result?.ok) return null;
  const shares = [...result.shares];
  return (
    <div className={styles.shares} data-testid="shares">
      <p className={panels.note}>
        {text('bias.shares-says', { count: shares.length, share: percent(shares[0] ?? 0) })}
      </p>
      {shares.length > 1 && (
        <ol aria-label={text('bias.shares')}>
          {shares.map((share, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place.
            <li key={i}>
              <span aria-hidden="true" style={{ height: `${Math.max(1, 44 * share)}px` }} />
              {percent(share)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
