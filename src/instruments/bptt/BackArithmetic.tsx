import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { plainSymbol, roleSymbol } from '../../components/diagrams/symbols.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { laterTerms, ownTerms } from '../../models/language/through-time-terms.ts';
import styles from './bptt.module.css';
import { NodeFormula } from './Formulas.tsx';
import type { NodeDetailProps } from './NodeDetail.tsx';
import { formatGradient } from './numbers.ts';
import { TermTable } from './TermTable.tsx';

/** Own terms that are written out; the rest is one line. */
const WRITTEN = 5;

const totalOf = (terms: readonly { readonly product: number }[]): number =>
  terms.reduce((sum, { product }) => sum + product, 0);

/** Factors in columns, products at the end, the sum below. */
function Summed({ sum, ...table }: Omit<Parameters<typeof TermTable>[0], 'foot'> & { readonly sum: number }) {
  const text = useText(bpttMessages);
  const foot = (
    <tr>
      <th scope="row" colSpan={table.heads.length - 1}>
        {text('bptt.sum')}
      </th>
      <td>{formatGradient(sum)}</td>
    </tr>
  );
  return <TermTable {...table} foot={foot} />;
}

/** W_ya (ŷ − y): every token that was more or less probable than it should have been. */
function OwnTerms({ reading, selected, kept }: NodeDetailProps) {
  const text = useText(bpttMessages);
  const { through, network } = reading;
  if (!kept(selected.step, selected.step)) return <p className={styles.note}>{text('bptt.own-none')}</p>;
  const terms = ownTerms(through, network.parameters, selected.step, selected.unit);
  const rows = terms.slice(0, WRITTEN).map(({ token, weight, error, product }) => ({
    id: String(token),
    cells: [
      `“${visibleSymbol(network.vocabulary[token] ?? '')}”`,
      formatFixed(weight, 3),
      formatFixed(error, 3),
      formatGradient(product),
    ],
  }));
  const others = terms.slice(WRITTEN);
  const rest = {
    id: 'rest',
    cells: [text('bptt.rest', { count: others.length }), '', '', formatGradient(totalOf(others))],
  };
  return (
    <Summed
      caption={text('bptt.own')}
      term="prediction"
      heads={[text('bptt.token'), text('bptt.weight'), text('bptt.error'), text('bptt.product')]}
      rows={others.length > 0 ? [...rows, rest] : rows}
      sum={totalOf(terms)}
    />
  );
}

/** W_aaᵀ (∂L/∂a ∗ (1 − a²)): every unit of the step after. */
function LaterTerms({ reading, selected, kept, notation }: NodeDetailProps) {
  const text = useText(bpttMessages);
  const { through, network } = reading;
  const terms = laterTerms(through, network.parameters, selected.step, selected.unit, kept);
  if (terms.length === 0) return <p className={styles.note}>{text('bptt.later-none')}</p>;
  const letter = plainSymbol(roleSymbol('hidden', notation, 'rnn'));
  const slope = text('bptt.slope').replace('a', letter);
  const rows = terms.map(({ unit, weight, gradient, slope: g, product }) => ({
    id: String(unit),
    cells: [
      String(unit + 1),
      formatFixed(weight, 3),
      formatGradient(gradient),
      formatFixed(g, 3),
      formatGradient(product),
    ],
  }));
  return (
    <Summed
      caption={text('bptt.later', { step: selected.step + 2 })}
      term="hidden"
      heads={[text('bptt.unit'), text('bptt.weight'), text('bptt.back'), slope, text('bptt.product')]}
      rows={rows}
      sum={totalOf(terms)}
    />
  );
}

/** ∂L/∂a of one unit at one step: what its own loss says, and what came back. */
export function BackArithmetic(props: NodeDetailProps) {
  const text = useText(bpttMessages);
  const { reading, selected, kept } = props;
  const { step, unit } = selected;
  const { parameters } = reading.network;
  const own = kept(step, step) ? totalOf(ownTerms(reading.through, parameters, step, unit)) : 0;
  const later = totalOf(laterTerms(reading.through, parameters, step, unit, kept));
  return (
    <>
      <p className={styles.detailTitle}>{text('bptt.gradient-title', { unit: unit + 1, step: step + 1 })}</p>
      <ScrollBox label={text('prose.equation')} className={styles.formula ?? ''}>
        <NodeFormula node="gradient" />
      </ScrollBox>
      <div className={styles.parts}>
        <OwnTerms {...props} />
        <LaterTerms {...props} />
      </div>
      <p className={styles.total} data-testid="bptt-total">
        {text('bptt.total')}: {formatGradient(own)} + {formatGradient(later)} ={' '}
        <b>{formatGradient(own + later)}</b>
      </p>
    </>
  );
}
