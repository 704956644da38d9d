import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { roleStyle, SymbolText } from '../../../components/diagrams/Symbol.tsx';
import { roleSymbol } from '../../../components/diagrams/symbols.ts';
import { useText } from '../../../components/text/useText.tsx';
import { useSettings } from '../../../store/settings.ts';
import styles from './figures.module.css';
import type { UnitGiven } from './newCell.ts';

const ORDER = [
  ['previousCell', 'cell', 't−1'],
  ['forget', 'forget', 't'],
  ['update', 'update', 't'],
  ['candidate', 'candidate', 't'],
  ['output', 'output', 't'],
] as const;

/** The values of one unit that a checkpoint gives, labelled as given. */
export function GivenUnit({ given }: { readonly given: UnitGiven }) {
  const text = useText();
  const notation = useSettings((state) => state.notation);
  return (
    <dl className={styles.given} aria-label={text('given.title')}>
      {ORDER.map(([name, role, time]) => (
        <div key={name} style={roleStyle(role)} data-term={role}>
          <dt>
            <SymbolText symbol={roleSymbol(role, notation, 'lstm')} time={time} />
          </dt>
          <dd>{formatFixed(given[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
