import { type RefObject, useEffect, useMemo, useRef } from 'react';
import type { ThroughEdge, ThroughEdgeKind, ThroughLayout } from '../../../layout/throughTime.ts';
import { layoutThroughTime, THROUGH } from '../../../layout/throughTime.ts';
import { scrollToShow } from '../../interaction/scrollToShow.ts';
import { useRovingGrid } from '../../interaction/useRovingGrid.ts';
import { visibleSymbol } from '../../plots/visibleSymbol.ts';
import { ScrollBox } from '../../prose/ScrollBox.tsx';
import { HIDDEN } from '../hidden.ts';
import type { SignedPalette } from '../palette.ts';
import { SymbolSpans } from '../Symbol.tsx';
import { roleSymbol } from '../symbols.ts';
import { useSignedPalette } from '../useSignedPalette.ts';
import { ThroughTimeCell } from './ThroughTimeCell.tsx';
import styles from './ThroughTimeNet.module.css';
import { atRow, rowOf, type ThroughTimeNetProps } from './throughTypes.ts';

/** The colour of what an arrow carries, and the term that lights it. */
const TERMS: Readonly<Record<ThroughEdgeKind, string>> = {
  input: 'input',
  forward: 'hidden',
  'read-out': 'prediction',
  own: 'prediction',
  back: 'hidden',
};

function Edge({ edge, lit }: { readonly edge: ThroughEdge; readonly lit: 'direct' | 'path' | 'no' }) {
  const isBack = edge.kind === 'own' || edge.kind === 'back';
  return (
    <path
      d={edge.path}
      className={styles.edge}
      data-back={isBack}
      data-lit={lit}
      data-term={TERMS[edge.kind]}
      markerEnd={`url(#through-tip-${lit === 'no' ? 'plain' : isBack ? 'back' : 'lit'})`}
    />
  );
}

function Tips() {
  return (
    <defs>
      {(['plain', 'lit', 'back'] as const).map((kind) => (
        <marker
          key={kind}
          id={`through-tip-${kind}`}
          className={styles[`tip-${kind}`]}
          viewBox="0 0 8 8"
          refX="6"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0L8 4L0 8z" />
        </marker>
      ))}
    </defs>
  );
}

function Labels({ net, layout }: { readonly net: ThroughTimeNetProps; readonly layout: ThroughLayout }) {
  const { labels, notation } = net;
  const symbols = {
    gradient: ['∂L/∂', roleSymbol('hidden', notation, 'rnn')],
    loss: ['L', null],
    state: ['', roleSymbol('hidden', notation, 'rnn')],
    input: ['', roleSymbol('input', notation, 'rnn')],
  } as const;
  return (
    <g className={styles.labels}>
      {(['gradient', 'loss', 'state', 'input'] as const).map((lane) => {
        const [before, symbol] = symbols[lane];
        const y = layout.lanes[lane];
        return (
          <g key={lane} data-term={lane === 'input' ? 'input' : lane === 'loss' ? 'prediction' : 'hidden'}>
            <text x={4} y={lane === 'input' ? y + 4 : y - 8} className={styles.symbol}>
              {before}
              {symbol ? <SymbolSpans symbol={symbol} /> : null}
            </text>
            <text x={4} y={lane === 'input' ? y + 22 : y + 10} className={styles.word}>
              {labels[lane]}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Column(props: {
  readonly net: ThroughTimeNetProps;
  readonly column: ThroughLayout['columns'][number];
  readonly palette: SignedPalette;
  readonly tabIndexOf: (at: { readonly column: number; readonly row: number }) => 0 | -1;
}) {
  const { net, column, palette, tabIndexOf } = props;
  const { step } = column;
  const { units, selected } = net;
  const boxes = [...column.gradients, column.loss, ...column.states];
  const token = net.tokens[step];
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table rows.
    <g role="row" aria-label={`t=${step + 1}`}>
      {boxes.map((box, row) => (
        <ThroughTimeCell
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is what it is.
          key={row}
          net={net}
          box={box}
          at={atRow(step, row, units, selected.unit)}
          palette={palette}
          tabIndex={tabIndexOf({ column: step, row })}
        />
      ))}
      <text
        x={column.x}
        y={column.tokenY}
        className={styles.token}
        data-known={token?.known}
        data-term="input"
      >
        {visibleSymbol(token?.text ?? '')}
      </text>
      <text x={column.x} y={column.timeY} className={styles.time}>
        t={step + 1}
      </text>
    </g>
  );
}

/** Where the net is wider than the page, a column that is newly selected comes into sight. */
function useInSight(root: RefObject<SVGSVGElement | null>, x: number): void {
  const before = useRef(x);
  useEffect(() => {
    const box = root.current?.parentElement;
    if (!box || before.current === x) return;
    before.current = x;
    const view = { scrollLeft: box.scrollLeft, width: box.clientWidth, covered: 0 };
    const half = THROUGH.column;
    box.scrollTo({ left: scrollToShow(view, x - half, x + half) });
  }, [root, x]);
}

/**
 * A plain RNN unrolled in time with its way back: states below, losses in the middle, gradients above. Arrows keys move
 * through all values; each says what it is.
 */
export function ThroughTimeNet(props: ThroughTimeNetProps) {
  const { steps, units, selected, lit } = props;
  const root = useRef<SVGSVGElement>(null);
  const palette = useSignedPalette();
  const layout = useMemo(() => layoutThroughTime(steps, units), [steps, units]);
  useInSight(root, layout.columns[selected.step]?.x ?? 0);
  const { onKeyDown, tabIndexOf } = useRovingGrid({
    container: root,
    position: { column: selected.step, row: rowOf(selected, units) },
    size: { columns: steps, rows: 2 * units + 1 },
    onMove: ({ column, row }) => props.onSelect(atRow(column, row, units, selected.unit)),
    keys: { ' ': props.onPlayToggle },
  });
  const ordered = [...layout.edges].sort(
    (a, b) => Number(lit(a.kind, a.step) !== 'no') - Number(lit(b.kind, b.step) !== 'no'),
  );
  return (
    <ScrollBox label={props.name} className={styles.scroll ?? ''}>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no tables. */}
      <svg
        ref={root}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus, one at a time.
        role="grid"
        aria-label={props.name}
        aria-rowcount={steps}
        width={layout.width}
        height={layout.height}
        className={styles.net}
        onKeyDown={onKeyDown}
        data-export=""
      >
        <Tips />
        <rect
          className={styles.column}
          x={(layout.columns[selected.step]?.x ?? 0) - 31}
          y={2}
          width={62}
          height={layout.height - 4}
          rx={8}
        />
        <g {...HIDDEN}>
          {ordered.map((edge) => (
            <Edge key={`${edge.kind} ${edge.step}`} edge={edge} lit={lit(edge.kind, edge.step)} />
          ))}
          <Labels net={props} layout={layout} />
        </g>
        {layout.columns.map((column) => (
          <Column key={column.step} net={props} column={column} palette={palette} tabIndexOf={tabIndexOf} />
        ))}
      </svg>
    </ScrollBox>
  );
}
