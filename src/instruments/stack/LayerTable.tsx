import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { stackMessages } from '../../i18n/messages/stack.ts';
import { gateRoles } from '../../models/cells/roles.ts';
import type { NextSymbolShape } from '../../models/language/next-symbol.ts';
import { countLayers } from './layer-counts.ts';
import own from './stack.module.css';

/** n(n + V) + n of one gate, written out with its numbers. */
function product(shape: NextSymbolShape, inputs: number, number: Intl.NumberFormat): string {
  const gates = gateRoles(shape.spec).length;
  const one = `${shape.hidden}·(${shape.hidden} + ${number.format(inputs)}) + ${shape.hidden}`;
  return gates === 1 ? one : `${gates}·(${one})`;
}

/** Where the network's parameters are, layer by layer. */
export function LayerTable({ shape }: { readonly shape: NextSymbolShape }) {
  const text = useText(stackMessages);
  const number = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const { layers, head, total } = countLayers(shape);
  return (
    <table className={own.counts} data-testid="layer-counts">
      <caption>{text('stack.counts')}</caption>
      <tbody>
        {layers.map(({ inputs, count }, layer) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its layer.
          <tr key={layer}>
            <th scope="row">{text('stack.layer', { layer: layer + 1 })}</th>
            <td>{product(shape, inputs, number)}</td>
            <td>{number.format(count)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{text('stack.head')}</th>
          <td>
            {shape.hidden}·{number.format(shape.vocabulary)} + {number.format(shape.vocabulary)}
          </td>
          <td>{number.format(head)}</td>
        </tr>
        <tr>
          <th scope="row">{text('stack.total')}</th>
          <td />
          <td>{number.format(total)}</td>
        </tr>
      </tbody>
    </table>
  );
}
