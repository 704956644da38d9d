import { memo } from 'react';
import type { StackBox, StackEdge, StackLayout } from '../../../layout/stackTypes.ts';
import { HIDDEN } from '../hidden.ts';
import netFrame from '../netFrame.module.css';
import { SymbolSpans } from '../Symbol.tsx';
import { type Notation, roleSymbol } from '../symbols.ts';
import styles from './StackNet.module.css';
import type { LookAt } from './stackTypes.ts';

function edgeClass({ kind, direction }: StackEdge): string {
  const chain = direction === 1 ? styles.backward : styles.forward;
  const kinds = { recurrent: chain, final: chain, skip: styles.skip };
  return `${styles.edge} ${kinds[kind as keyof typeof kinds] ?? ''}`;
}

function Line({ edge, className }: { readonly edge: StackEdge; readonly className: string }) {
  return (
    <g className={className}>
      <path d={edge.path} className={styles.line} />
      <path d={edge.head} className={styles.head} />
    </g>
  );
}

/** Every line, drawn once a layout. */
export const QuietLines = memo(function QuietLines({ layout }: { readonly layout: StackLayout }) {
  return (
    <g {...HIDDEN}>
      {layout.edges.map((edge) => (
        <Line key={edge.id} edge={edge} className={edgeClass(edge)} />
      ))}
    </g>
  );
});

/** Lines that stand out: a path, or the operands of the selected cell. */
export function LitLines(props: {
  readonly layout: StackLayout;
  readonly isLit: (edge: StackEdge) => boolean;
}) {
  return (
    <g {...HIDDEN}>
      {props.layout.edges.filter(props.isLit).map((edge) => (
        <Line key={edge.id} edge={edge} className={`${edgeClass(edge)} ${styles.lit}`} />
      ))}
    </g>
  );
}

/** ⊕ where vectors are added, [ ; ] where they are put one under the other. */
function Junction({ box, symbol }: { readonly box: StackBox; readonly symbol: string }) {
  const { x, y, width, height } = box;
  const round = symbol === '+';
  return (
    <g>
      <rect
        x={x - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx={round ? height / 2 : 4}
        className={styles.junction}
      />
      <text x={x} y={y} className={styles.sign}>
        {symbol}
      </text>
    </g>
  );
}

function State({ box, notation, steps }: { box: StackBox; notation: Notation; steps: number }) {
  return (
    <text x={box.x} y={box.y} className={styles.state}>
      <SymbolSpans symbol={roleSymbol('hidden', notation, 'rnn')} />
      <tspan className={netFrame.superscript} dy="-0.5em">
        ⟨{box.direction === 0 ? 0 : steps + 1}⟩
      </tspan>
    </text>
  );
}

/** Sums, joins, ŷ and the states before the first step. */
export const StackMarks = memo(function StackMarks(props: {
  readonly layout: StackLayout;
  readonly notation: Notation;
}) {
  const { layout, notation } = props;
  const join = layout.options.directions === 'concat' ? '[;]' : '+';
  return (
    <g {...HIDDEN}>
      {layout.boxes.map((box) => {
        if (box.kind === 'plus') return <Junction key={box.id} box={box} symbol="+" />;
        if (box.kind === 'join') return <Junction key={box.id} box={box} symbol={join} />;
        if (box.kind === 'initial')
          return <State key={box.id} box={box} notation={notation} steps={layout.columns.length} />;
        if (box.kind !== 'output') return null;
        return (
          <text key={box.id} x={box.x} y={box.y} className={styles.output}>
            ŷ
          </text>
        );
      })}
    </g>
  );
});

/** Small numbers beside the tiles' upper right corners. */
export function TileMarks({ layout, lookAt }: { readonly layout: StackLayout; readonly lookAt: LookAt }) {
  return (
    <g {...HIDDEN}>
      {layout.boxes.map((box) => {
        const mark = box.kind === 'tile' ? lookAt(box).mark : undefined;
        if (mark === undefined) return null;
        return (
          <text
            key={box.id}
            x={box.x + box.width / 2 + 6}
            y={box.y - box.height / 2 - 1}
            className={styles.mark}
          >
            {mark}
          </text>
        );
      })}
    </g>
  );
}
