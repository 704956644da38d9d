import { formatFixed, formatSigned } from '../../../components/diagrams/formatNumber.ts';
import { roleStyle, SymbolText } from '../../../components/diagrams/Symbol.tsx';
import { type Notation, roleSymbol } from '../../../components/diagrams/symbols.ts';
import { ScrollBox } from '../../../components/prose/ScrollBox.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { lstmMessages } from '../messages.ts';
import styles from './figures.module.css';
import type { PeepholeParts } from './peepholeCell.ts';

const HEADS = ['gate', 'weight', 'sees', 'usual', 'through', 'total', 'value', 'closed-value'] as const;

/** Which cell a gate looks at. */
const seenAt = ({ role }: PeepholeParts): string => (role === 'output' ? 't' : 't−1');

/** The three gates' pre-activations at one step, with what came through the peephole apart. */
export function PeepholeTable(props: {
  readonly parts: readonly PeepholeParts[];
  readonly notation: Notation;
  readonly unit: number;
  readonly step: number;
}) {
  const text = useText(lstmMessages);
  const { parts, notation, unit, step } = props;
  const label = text('peep.table', { unit: unit + 1, step: step + 1 });
  return (
    <ScrollBox label={label} className={styles.scroll ?? ''}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {text(`peep.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.role} style={roleStyle(part.role)} data-term={part.role}>
              <th scope="row" className={styles.role}>
                <SymbolText symbol={roleSymbol(part.role, notation, 'lstm')} />
              </th>
              <td>{formatFixed(part.weight, 3)}</td>
              <td>
                <SymbolText symbol={{ base: 'c' }} time={seenAt(part)} /> = {formatFixed(part.sees, 3)}
              </td>
              <td>{formatFixed(part.usual, 3)}</td>
              <td>{formatSigned(part.through, 3)}</td>
              <td>{formatFixed(part.total, 3)}</td>
              <td>{formatFixed(part.value, 3)}</td>
              <td>{formatFixed(part.closedValue, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
