import { ACTIVATION_NAMES } from '../../components/diagrams/Formula.tsx';
import { formatExact } from '../../components/diagrams/formatNumber.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { rnnMessages } from '../../i18n/messages/rnn.ts';
import tools from '../tools/tools.module.css';
import type { CellChoice } from '../unrolled/settings.ts';
import { bothWays, type StackedStep } from './stacked.ts';

const exact = (value: number): string => formatExact(value).replaceAll('-', '−');

/** Whether two numbers are the same to the last bit, or by how much they differ. */
function Agreement({
  one,
  other,
  id,
}: {
  readonly one: number;
  readonly other: number;
  readonly id: string;
}) {
  const text = useText(rnnMessages);
  const same = Object.is(one, other);
  return (
    <strong data-testid={id} data-same={same}>
      {same ? text('matrices.same') : text('matrices.differ', { by: exact(Math.abs(one - other)) })}
    </strong>
  );
}

/** One unit's pre-activation computed from the separate matrices, from the stacked one, and as the network has it: all digits. */
export function BothWaysTable(props: {
  readonly step: StackedStep;
  readonly unit: number;
  readonly letter: string;
  readonly activation: CellChoice;
}) {
  const { step, unit, letter } = props;
  const text = useText(rnnMessages);
  const ways = bothWays(step, unit);
  const activation = ACTIVATION_NAMES[props.activation === 'rnn-relu' ? 'relu' : 'tanh'];
  const caption = text('matrices.both', { unit: unit + 1 });
  const rows = [
    {
      id: 'separate',
      formula: `W${letter}${letter}·${letter} + W${letter}x·x + b`,
      numbers: [ways.recurrent, ways.input, ways.bias],
      sum: ways.separate,
      verdict: null,
    },
    {
      id: 'stacked',
      formula: `W${letter}·[${letter}, x] + b`,
      numbers: [ways.joined, ways.bias],
      sum: ways.stacked,
      verdict: <Agreement id="stacked-agrees" one={ways.separate} other={ways.stacked} />,
    },
    {
      id: 'own',
      formula: text('matrices.own'),
      numbers: [],
      sum: ways.own,
      verdict: <Agreement id="own-agrees" one={ways.stacked} other={ways.own} />,
    },
  ];
  return (
    <ScrollBox label={caption} className={tools.scroller ?? ''}>
      <table className={`${tools.table} ${tools.unbroken}`}>
        <caption>{caption}</caption>
        <tbody>
          {rows.map(({ id, formula, numbers, sum, verdict }) => (
            <tr key={id} data-way={id}>
              <th scope="row">{formula}</th>
              <td>{numbers.map((value, i) => (i > 0 ? ` + (${exact(value)})` : exact(value)))}</td>
              <td>= {exact(sum)}</td>
              <td>{verdict}</td>
            </tr>
          ))}
          <tr data-way="activated">
            <th scope="row">
              {letter} = {activation}(z)
            </th>
            <td />
            <td>= {exact(step.value[unit] ?? Number.NaN)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  );
}
