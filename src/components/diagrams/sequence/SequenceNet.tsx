import { useMemo, useRef } from 'react';
import {
  blendTypes,
  boxId,
  type DrawnEdge,
  drawEdges,
  layoutTypes,
  TYPES,
  type TypeBox,
  type TypeBoxKind,
  type TypeShape,
  type TypesLayout,
} from '../../../layout/sequenceTypes.ts';
import type { GridPosition } from '../../interaction/rovingGrid.ts';
import { useRovingGrid } from '../../interaction/useRovingGrid.ts';
import { useWidth } from '../../interaction/useWidth.ts';
import { ScrollBox } from '../../prose/ScrollBox.tsx';
import { roleStyle, SymbolSpans } from '../Symbol.tsx';
import { type Notation, roleSymbol } from '../symbols.ts';
import { useSignedPalette } from '../useSignedPalette.ts';
import { useTween } from '../useTween.ts';
import { BOX_ROLES, SequenceBox } from './SequenceBox.tsx';
import styles from './SequenceNet.module.css';
import type { SequenceNetProps } from './sequenceTypes.ts';

/** From above, as they are drawn. */
const ROWS = ['output', 'state', 'input'] as const satisfies readonly TypeBoxKind[];
const MILLISECONDS = 900;
/** From a row's letter to the middle of its first box: past the zero that the first state begins with. */
const LETTER_ROOM = 112;
const EDGE_ROLES = { input: 'input', head: 'prediction', time: 'hidden', feed: 'hidden' } as const;

/** The drawing of a shape, on its way from the one before. Numbers change without moving anything. */
function useLayout(shape: TypeShape, room: number): TypesLayout {
  const key = JSON.stringify([shape, Math.round(room)]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds the shape by value.
  const target = useMemo(() => layoutTypes(shape, Math.round(room)), [key]);
  return useTween(target, blendTypes, MILLISECONDS);
}

function Weight({ edge, letter }: { readonly edge: DrawnEdge; readonly letter: string }) {
  const [a, b] = [edge.points[0], edge.points.at(-1)];
  // Named once: all steps share them. The read-out's first place is for the caller to know.
  if (!a || !b || edge.kind === 'feed' || (edge.kind !== 'head' && edge.step > 0)) return null;
  const sub = { input: `${letter}x`, head: `y${letter}`, time: letter + letter }[edge.kind];
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  if (edge.kind === 'time') {
    return (
      <text x={x} y={y - 14} className={`${styles.weight} ${styles.above}`}>
        <SymbolSpans symbol={{ base: 'W', sub }} />
      </text>
    );
  }
  return (
    <text x={x - 7} y={y} className={styles.weight}>
      <SymbolSpans symbol={{ base: 'W', sub }} />
    </text>
  );
}

function Edges({ layout, notation }: { readonly layout: TypesLayout; readonly notation: Notation }) {
  const letter = notation === 'ng' ? 'a' : 'h';
  const edges = drawEdges(layout);
  const firstHead = edges.find(({ kind, opacity }) => kind === 'head' && opacity === 1)?.step;
  const isNamed = ({ kind, step }: DrawnEdge) => kind !== 'head' || step === firstHead;
  return (
    <>
      {edges.map((edge) => (
        <g
          key={edge.id}
          data-edge={edge.id}
          data-term={EDGE_ROLES[edge.kind]}
          className={edge.kind === 'feed' ? styles.feed : styles.edge}
          style={{ ...roleStyle(EDGE_ROLES[edge.kind]), opacity: edge.opacity }}
        >
          <path d={edge.path} className={styles.line} />
          <path d={edge.head} className={styles.head} />
          {isNamed(edge) ? <Weight edge={edge} letter={letter} /> : null}
          {edge.kind === 'time' && edge.step === 0 ? (
            <text x={(edge.points[0]?.x ?? 0) - 4} y={edge.points[0]?.y} className={styles.start}>
              0
            </text>
          ) : null}
        </g>
      ))}
    </>
  );
}

/** The letters of the three rows, and the steps. */
function Labels({ layout, notation }: { readonly layout: TypesLayout; readonly notation: Notation }) {
  const states = [...layout.boxes.values()].filter(({ kind }) => kind === 'state');
  const left = Math.min(...states.map(({ x }) => x)) - LETTER_ROOM;
  return (
    <>
      {ROWS.map((row) => (
        <text
          key={row}
          x={left}
          y={TYPES[row]}
          className={styles.rowLetter}
          style={roleStyle(BOX_ROLES[row])}
          data-term={BOX_ROLES[row]}
        >
          <SymbolSpans symbol={roleSymbol(BOX_ROLES[row], notation, 'rnn')} />
          <tspan className={styles.small} dy="-0.5em">
            ⟨t⟩
          </tspan>
        </text>
      ))}
      {states.map(({ step, x, opacity }) => (
        <text key={step} x={x} y={TYPES.time} opacity={opacity} className={styles.time}>
          t={step + 1}
        </text>
      ))}
    </>
  );
}

/** The row that a key leads to: past boxes that are not there, to the state, which always is. */
function landing(layout: TypesLayout, { column, row }: GridPosition) {
  const kind = ROWS[row] ?? 'state';
  return { kind: layout.boxes.has(boxId(kind, column)) ? kind : 'state', step: column } as const;
}

/**
 * A recurrent net over a short sequence, by what goes in, what comes out and what is handed on; another shape moves over from
 * the one before. One tab stop; ←/→ move through time, ↑/↓ between output, state and input.
 */
export function SequenceNet(props: SequenceNetProps) {
  const { shape, steps, selected, onSelect, notation, nameOf } = props;
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const room = useWidth(frame) ?? 640;
  const layout = useLayout(shape, room);
  const palette = useSignedPalette();
  const position = { column: selected.step, row: ROWS.indexOf(selected.kind) };
  const grid = useRovingGrid({
    container: svg,
    position,
    size: { columns: steps.length, rows: ROWS.length },
    onMove: (to) => onSelect(landing(layout, to)),
  });
  const boxOf = (box: TypeBox, row: number) => (
    <SequenceBox
      key={boxId(box.kind, box.step)}
      box={box}
      pitch={layout.pitch}
      step={steps[box.step]}
      name={nameOf(box)}
      row={row}
      selected={selected.kind === box.kind && selected.step === box.step}
      takesTab={position.row === row && position.column === box.step}
      palette={palette}
      onPick={() => onSelect({ kind: box.kind, step: box.step })}
    />
  );
  return (
    <div ref={frame} style={{ minWidth: 0 }}>
      <ScrollBox label={props.name} className={styles.scroller ?? ''}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a table element; the figure has a table of the same numbers. */}
        <svg
          ref={svg}
          data-export=""
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its boxes take the focus, one at a time.
          role="grid"
          aria-label={props.name}
          className={styles.svg}
          width={layout.width}
          height={TYPES.height}
          viewBox={`0 0 ${layout.width} ${TYPES.height}`}
          onKeyDown={grid.onKeyDown}
          tabIndex={-1}
        >
          <Edges layout={layout} notation={notation} />
          {ROWS.map((kind, row) => (
            // biome-ignore lint/a11y/useSemanticElements: SVG has no table rows.
            <g key={kind} role="row">
              {[...layout.boxes.values()].filter((box) => box.kind === kind).map((box) => boxOf(box, row))}
            </g>
          ))}
          <Labels layout={layout} notation={notation} />
        </svg>
      </ScrollBox>
      <p className={styles.announcer} aria-live="polite">
        {nameOf(selected)}
      </p>
    </div>
  );
}
