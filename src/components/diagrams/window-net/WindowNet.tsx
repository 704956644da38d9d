import { type ReactNode, useRef } from 'react';
import { fitText } from '../../../layout/textWidth.ts';
import { type NetBlock, type NetBox, windowNet } from '../../../layout/windowNet.ts';
import { useRovingGrid } from '../../interaction/useRovingGrid.ts';
import { useWidth } from '../../interaction/useWidth.ts';
import { signedColor } from '../palette.ts';
import { useSignedPalette } from '../useSignedPalette.ts';
import styles from './WindowNet.module.css';

/** What is opened: a word that is read, a unit of the tanh layer, a word that may follow (by its row). */
export interface NetPlace {
  readonly row: 'word' | 'unit' | 'next';
  readonly at: number;
}

export interface WindowNetProps {
  readonly name: string;
  /** The words that are read, the nearest last. */
  readonly words: readonly { readonly text: string; readonly name: string }[];
  /** (N·D), on the fixed scale −1 … 1. */
  readonly inputs: ArrayLike<number>;
  /** (H); empty: no such layer. */
  readonly hidden: ArrayLike<number>;
  readonly unitName: (unit: number) => string;
  /** Words that may follow, the most probable first. */
  readonly next: readonly {
    readonly id: number;
    readonly text: string;
    readonly probability: number;
    readonly value: string;
    readonly name: string;
  }[];
  /** What the blocks of weights are, and how many. */
  readonly hiddenLabel: string;
  readonly outputLabel: string;
  readonly selected: NetPlace;
  readonly onSelect: (place: NetPlace) => void;
}

const ROWS = ['word', 'unit', 'next'] as const;
/** Narrower than any screen, px: a figure that is being unfolded has no width for a moment. */
const LEAST = 260;
/** Sizes of the names, px, as in the style sheet. */
const FONT = { word: 15, next: 14 } as const;

function Block({ block, label }: { readonly block: NetBlock; readonly label: string }) {
  return (
    <g>
      <path className={styles.block} d={block.path} />
      <text className={styles.blockLabel} x={block.labelX} y={block.labelY}>
        {label}
      </text>
    </g>
  );
}

function Strip(props: {
  readonly cells: readonly NetBox[];
  readonly values: ArrayLike<number>;
  readonly from: number;
}) {
  const palette = useSignedPalette();
  return props.cells.map((cell, i) => (
    <rect
      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place.
      key={i}
      className={styles.cell}
      {...cell}
      fill={signedColor(props.values[props.from + i] ?? Number.NaN, palette)}
    />
  ));
}

/** One place that can be opened. */
function Spot(props: {
  readonly place: NetPlace;
  readonly name: string;
  readonly tabIndex: 0 | -1;
  readonly isSelected: boolean;
  readonly onSelect: (place: NetPlace) => void;
  readonly children: ReactNode;
}) {
  const { place, name, isSelected, onSelect } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no buttons.
    <g
      role="button"
      tabIndex={props.tabIndex}
      aria-label={name}
      aria-pressed={isSelected}
      data-grid={`${place.at},${ROWS.indexOf(place.row)}`}
      className={styles.spot}
      onClick={() => onSelect(place)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onSelect(place);
      }}
    >
      {props.children}
    </g>
  );
}

/** Keys of the whole drawing: rows of different lengths, one tab stop. */
function usePlaces(props: WindowNetProps, container: React.RefObject<SVGSVGElement | null>) {
  const { selected, onSelect } = props;
  const lengths = { word: props.words.length, unit: props.hidden.length, next: props.next.length };
  const rows = ROWS.filter((row) => lengths[row] > 0);
  const row = Math.max(0, rows.indexOf(selected.row));
  const position = { column: selected.at, row: ROWS.indexOf(selected.row) };
  const grid = useRovingGrid({
    container,
    position,
    size: { columns: Math.max(1, lengths[selected.row]), rows: ROWS.length },
    onMove(to) {
      const step = Math.sign(to.row - position.row);
      const found = rows[Math.max(0, Math.min(rows.length - 1, row + step))] ?? 'word';
      onSelect({ row: found, at: Math.min(to.column, lengths[found] - 1) });
    },
  });
  return {
    onKeyDown: grid.onKeyDown,
    of: (place: NetPlace) => ({
      place,
      onSelect,
      isSelected: place.row === selected.row && place.at === selected.at,
      tabIndex: grid.tabIndexOf({ column: place.at, row: ROWS.indexOf(place.row) }),
    }),
  };
}

/** A network with a fixed window, drawn downwards: words, their vectors side by side, a tanh layer, what may follow. */
export function WindowNet(props: WindowNetProps) {
  const { words, inputs, hidden, next } = props;
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const width = Math.max(LEAST, useWidth(frame) ?? 640);
  const dimensions = inputs.length / Math.max(1, words.length);
  const net = windowNet({
    width,
    context: words.length,
    dimensions,
    hidden: hidden.length,
    rows: next.length,
  });
  const places = usePlaces(props, svg);
  const most = next[0]?.probability || 1;
  return (
    <div ref={frame} className={styles.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG is no fieldset. */}
      <svg
        ref={svg}
        role="group"
        aria-label={props.name}
        width={net.width}
        height={net.height}
        className={styles.svg}
        onKeyDown={places.onKeyDown}
        data-export=""
      >
        {net.hiddenBlock && <Block block={net.hiddenBlock} label={props.hiddenLabel} />}
        <Block block={net.outputBlock} label={props.outputLabel} />
        {net.words.map(({ box, cells }, at) => (
          <Spot key={box.x} {...places.of({ row: 'word', at })} name={words[at]?.name ?? ''}>
            <rect className={styles.word} {...box} rx={6} />
            <text className={styles.wordText} x={box.x + box.width / 2} y={box.y + box.height / 2}>
              {fitText(words[at]?.text ?? '', FONT.word, box.width - 4)}
            </text>
            <Strip cells={cells} values={inputs} from={at * dimensions} />
          </Spot>
        ))}
        {net.units.map((box, at) => (
          <Spot key={box.x} {...places.of({ row: 'unit', at })} name={props.unitName(at)}>
            <Strip cells={[box]} values={hidden} from={at} />
          </Spot>
        ))}
        {net.rows.map((row, at) => {
          const one = next[at];
          return one ? (
            <Spot key={one.id} {...places.of({ row: 'next', at })} name={one.name}>
              <rect
                className={styles.rowBack}
                x={0}
                y={row.y - 5}
                width={net.width}
                height={row.height + 10}
              />
              <text className={styles.nextText} x={row.labelX} y={row.y + row.height / 2}>
                {fitText(one.text, FONT.next, row.labelX)}
              </text>
              <rect
                className={styles.bar}
                x={row.x}
                y={row.y}
                height={row.height}
                width={Math.max(1, (row.width * one.probability) / most)}
              />
              <text
                className={styles.value}
                x={row.x + Math.max(1, (row.width * one.probability) / most) + 6}
                y={row.y + row.height / 2}
              >
                {one.value}
              </text>
            </Spot>
          ) : null;
        })}
      </svg>
    </div>
  );
}
