import { formatFixed, formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import type { Notation } from '../../components/diagrams/symbols.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { backwardMessages } from '../../i18n/messages/backward.ts';
import { relativeDifference } from '../../models/finite-difference.ts';
import styles from './backward.module.css';
import type { CheckedEntry } from './equations.ts';
import { LetterText } from './LetterText.tsx';
import { plainLetter } from './letters.ts';
import type { Factor, Product } from './values.ts';

const DIGITS = 8;

/** A number with its name under it. */
function FactorBox(props: { readonly factor: Factor; readonly notation: Notation }) {
  return (
    <span className={styles.factor}>
      <span className={styles.operand}>{formatFixed(props.factor.value, 3)}</span>
      <LetterText {...props} />
    </span>
  );
}

function ProductText(props: {
  readonly product: Product;
  readonly first: boolean;
  readonly notation: Notation;
}) {
  const { product, first, notation } = props;
  const sign = product.sign < 0 ? '−' : first ? '' : '+';
  return (
    <span className={styles.product}>
      {sign ? <span className={styles.operator}>{sign}</span> : null}
      {product.factors.map((factor, i) => (
        <span key={plainLetter(factor, notation)} className={styles.pair}>
          {i > 0 ? <span className={styles.operator}>×</span> : null}
          <FactorBox factor={factor} notation={notation} />
        </span>
      ))}
    </span>
  );
}

/** On a narrow page the head of its column stands beside each number. */
function NumberCell(props: {
  readonly head: 'analytic' | 'numeric' | 'difference';
  readonly children: string;
}) {
  const text = useText(backwardMessages);
  return (
    <td className={styles.number} data-label={text(`backward.${props.head}`)}>
      <span>{props.children}</span>
    </td>
  );
}

function Row(props: {
  readonly entry: CheckedEntry;
  readonly notation: Notation;
  readonly parameter: boolean;
}) {
  const { entry, notation } = props;
  const { target, products, analytic, numeric } = entry;
  return (
    <tr>
      <th scope="row">
        {props.parameter ? '∂L/∂' : null}
        <LetterText factor={target} notation={notation} />
      </th>
      <td className={styles.arithmetic}>
        {products.map((product, i) => (
          <ProductText
            key={product.factors.map((factor) => plainLetter(factor, notation)).join(' ')}
            product={product}
            first={i === 0}
            notation={notation}
          />
        ))}
      </td>
      <NumberCell head="analytic">{formatFixed(analytic, DIGITS)}</NumberCell>
      <NumberCell head="numeric">{formatFixed(numeric, DIGITS)}</NumberCell>
      <NumberCell head="difference">{formatMagnitude(relativeDifference(analytic, numeric))}</NumberCell>
    </tr>
  );
}

/** Whether a target's own letter already says ∂L/∂. */
const isGradient = ({ id }: Factor): boolean => id === 'gradient' || id === 'pre-gradient';

/** An equation's numbers: its arithmetic, what the backward pass found, and what two forward passes say. */
export function EntryTable(props: {
  readonly entries: readonly CheckedEntry[];
  readonly notation: Notation;
}) {
  const text = useText(backwardMessages);
  const heads = ['quantity', 'arithmetic', 'analytic', 'numeric', 'difference'] as const;
  return (
    <ScrollBox label={text('backward.table')} className={styles.scroll ?? ''}>
      <table className={styles.entries}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {text(`backward.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.entries.map((entry) => (
            <Row
              key={plainLetter(entry.target, props.notation)}
              entry={entry}
              notation={props.notation}
              parameter={!isGradient(entry.target)}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
