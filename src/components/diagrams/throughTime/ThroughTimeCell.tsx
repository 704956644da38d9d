import type { Box } from '../../../layout/throughTime.ts';
import { visibleSymbol } from '../../plots/visibleSymbol.ts';
import { contrastText, type SignedPalette, signedColor } from '../palette.ts';
import styles from './ThroughTimeNet.module.css';
import { rowOf, type ThroughSelection, type ThroughTimeNetProps } from './throughTypes.ts';

export interface CellProps {
  readonly net: ThroughTimeNetProps;
  readonly box: Box;
  readonly at: ThroughSelection;
  readonly palette: SignedPalette;
  readonly tabIndex: 0 | -1;
}

/** A loss is no signed value and stays white; so does what is not computed yet. */
function fillOf({ net, at, palette }: CellProps, isRevealed: boolean): string | null {
  if (at.node === 'loss' || !isRevealed) return null;
  const value = net.value(at);
  return signedColor(at.node === 'gradient' ? value / (net.limit || 1) : value, palette);
}

const isSame = (selected: ThroughSelection, { node, step, unit }: ThroughSelection): boolean =>
  selected.node === node && selected.step === step && (node === 'loss' || selected.unit === unit);

function Value(props: { readonly cell: CellProps; readonly fill: string | null }) {
  const { net, box, at } = props.cell;
  const isLoss = at.node === 'loss';
  return (
    <text
      x={box.x + box.width / 2}
      y={isLoss ? box.y + 14 : box.y + box.height / 2 + 0.5}
      style={props.fill ? { fill: contrastText(props.fill) } : undefined}
    >
      {net.format(net.value(at))}
    </text>
  );
}

/** One value: a box of the drawing and a cell of the grid. Under a loss stands the character that was due. */
export function ThroughTimeCell(props: CellProps) {
  const { net, box, at } = props;
  const isRevealed = net.revealed(at.node, at.step);
  const fill = fillOf(props, isRevealed);
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table cells.
    <g
      role="gridcell"
      tabIndex={props.tabIndex}
      aria-label={net.describe(at, isRevealed)}
      aria-selected={isSame(net.selected, at)}
      data-grid={`${at.step},${rowOf(at, net.units)}`}
      data-node={at.node}
      data-step={at.step}
      data-unit={at.unit}
      data-revealed={isRevealed}
      data-term={at.node === 'loss' ? 'prediction' : 'hidden'}
      className={styles.cell}
      onClick={() => net.onSelect(at)}
    >
      <rect
        {...box}
        rx={at.node === 'state' ? box.height / 2 : 5}
        style={fill ? { fill } : undefined}
        data-empty={!isRevealed}
      />
      {isRevealed ? <Value cell={props} fill={fill} /> : null}
      {at.node === 'loss' ? (
        <text x={box.x + box.width / 2} y={box.y + 30} className={styles.due}>
          {visibleSymbol(net.tokens[at.step + 1]?.text ?? '')}
        </text>
      ) : null}
    </g>
  );
}
