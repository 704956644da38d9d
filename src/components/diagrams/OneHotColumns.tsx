import { type RefObject, useRef } from 'react';
import { columnsEnd, type WordColumn, wordColumns } from '../../layout/wordColumns.ts';
import { useRovingGrid } from '../interaction/useRovingGrid.ts';
import styles from './OneHotColumns.module.css';

/** One token, and the number of the vocabulary's token that stands for it. */
export interface OneHotToken {
  readonly text: string;
  readonly received: string;
  readonly known: boolean;
  readonly id: number;
  readonly tag: boolean;
  /** Accessible names of its two cells. */
  readonly name: string;
  readonly tagName: string;
}

export interface OneHotColumnsProps {
  readonly tokens: readonly OneHotToken[];
  /** V: length of a one-hot vector. */
  readonly size: number;
  readonly name: string;
  readonly labels: Readonly<Record<'word' | 'received' | 'index' | 'tag', string>>;
  readonly selected: number;
  readonly onSelect: (column: number) => void;
  readonly onTag: (column: number) => void;
  readonly format: (index: number) => string;
}

const GUTTER = 84;
const STRIP = { top: 112, height: 180, width: 30 } as const;
/** Baselines, top to bottom. */
const Y = { time: 16, word: 40, received: 66, index: 92, tag: STRIP.top + STRIP.height + 18 };
const TAG = { width: 36, height: 28 } as const;
const HEIGHT = Y.tag + TAG.height + 12;
/** From this many px a row on, every row of a strip gets its own line. */
const ROW_LINES = 5;
/** Thinnest mark that an eye finds (px). */
const THINNEST = 3;

/** Where the 1 of a vector stands within its strip. */
function markOf(id: number, size: number): { readonly y: number; readonly height: number } {
  const row = STRIP.height / Math.max(size, 1);
  const height = Math.max(THINNEST, row);
  return { y: STRIP.top + Math.min(id * row, STRIP.height - height), height };
}

/** Numbers of the first, middle and last row beside the strips. */
function Axis({ size, format }: Pick<OneHotColumnsProps, 'size' | 'format'>) {
  const rows = [...new Set([0, Math.floor((size - 1) / 2), size - 1])];
  return (
    <g className={styles.axis}>
      {rows.map((row) => {
        const y = STRIP.top + ((row + 0.5) * STRIP.height) / size;
        return (
          <text
            key={row}
            x={GUTTER - 14}
            y={Math.min(STRIP.top + STRIP.height - 6, Math.max(STRIP.top + 6, y))}
          >
            {format(row)}
          </text>
        );
      })}
    </g>
  );
}

function RowNames({ labels }: Pick<OneHotColumnsProps, 'labels'>) {
  return (
    <g className={styles.rowNames}>
      <text x={4} y={Y.time}>
        t
      </text>
      <text x={4} y={Y.word}>
        {labels.word}
      </text>
      <text x={4} y={Y.received}>
        {labels.received}
      </text>
      <text x={4} y={Y.index}>
        {labels.index}
      </text>
      <text x={4} y={Y.tag + TAG.height / 2 + 4}>
        {labels.tag}
      </text>
    </g>
  );
}

/** As wide as a strip. */
const box = (x: number, y: number, height: number): string =>
  `M${x} ${y}h${STRIP.width}v${height}h${-STRIP.width}z`;

/** A vector as a strip of V rows with its 1 where it is. */
function Strip({ x, id, size }: { readonly x: number; readonly id: number; readonly size: number }) {
  const left = x - STRIP.width / 2;
  const mark = markOf(id, size);
  const row = STRIP.height / Math.max(size, 1);
  const lines = row >= ROW_LINES ? Array.from({ length: size - 1 }, (_, i) => STRIP.top + (i + 1) * row) : [];
  return (
    <g>
      <path d={box(left, STRIP.top, STRIP.height)} className={styles.strip} />
      <path d={lines.map((y) => `M${left} ${y}h${STRIP.width}`).join('')} className={styles.rows} />
      <path d={box(left, mark.y, mark.height)} className={styles.one} />
      <text
        x={left + STRIP.width + 5}
        y={Math.max(STRIP.top + 6, Math.min(mark.y + mark.height / 2, STRIP.top + STRIP.height - 6))}
        className={styles.oneText}
      >
        1
      </text>
    </g>
  );
}

interface CellProps {
  readonly token: OneHotToken;
  readonly column: WordColumn;
  readonly at: number;
  readonly tabIndex: 0 | -1;
}

function TokenCell(
  props: CellProps &
    Pick<OneHotColumnsProps, 'size' | 'format' | 'onSelect'> & { readonly selected: boolean },
) {
  const { token, column, at, size, selected } = props;
  const { x, left, width } = column;
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table cells.
    <g
      role="gridcell"
      aria-label={token.name}
      aria-selected={selected}
      tabIndex={props.tabIndex}
      data-grid={`${at},0`}
      data-term="input"
      className={styles.cell}
      onClick={() => props.onSelect(at)}
    >
      <rect
        x={left + 2}
        y={2}
        width={width - 4}
        height={STRIP.top + STRIP.height + 4}
        rx={6}
        className={selected ? styles.chosen : styles.ground}
      />
      <text x={x} y={Y.time} className={styles.time}>
        {at + 1}
      </text>
      <text x={x} y={Y.word} className={styles.word}>
        {column.text}
      </text>
      <text x={x} y={Y.received} className={token.known ? styles.same : styles.unknown}>
        {token.known ? '=' : token.received}
      </text>
      <text x={x} y={Y.index} className={styles.index}>
        {props.format(token.id)}
      </text>
      <Strip x={x} id={token.id} size={size} />
    </g>
  );
}

function TagCell({ token, column, at, tabIndex, onTag }: CellProps & Pick<OneHotColumnsProps, 'onTag'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no table cells.
    <g
      role="gridcell"
      aria-label={token.tagName}
      tabIndex={tabIndex}
      data-grid={`${at},1`}
      data-tag={Number(token.tag)}
      className={styles.cell}
      onClick={() => onTag(at)}
    >
      <rect
        x={column.x - TAG.width / 2}
        y={Y.tag}
        width={TAG.width}
        height={TAG.height}
        rx={6}
        className={token.tag ? styles.tagOn : styles.tagOff}
      />
      <text
        x={column.x}
        y={Y.tag + TAG.height / 2 + 4.5}
        className={token.tag ? styles.tagOnText : styles.tagText}
      >
        {Number(token.tag)}
      </text>
    </g>
  );
}

function useGrid(
  props: OneHotColumnsProps,
  container: RefObject<SVGSVGElement | null>,
  row: RefObject<number>,
) {
  const { tokens, selected, onSelect, onTag } = props;
  const position = { column: Math.min(selected, tokens.length - 1), row: row.current };
  const turn = () => onTag(position.column);
  return useRovingGrid({
    container,
    position,
    size: { columns: tokens.length, rows: 2 },
    onMove: (to) => {
      row.current = to.row;
      onSelect(to.column);
    },
    keys: { Enter: turn, ' ': turn },
  });
}

/**
 * A sentence as its network receives it: every token with its number and its one-hot vector, drawn for the true V, and its tag.
 * Arrows move, Enter and the space bar turn the tag of the column over.
 */
export function OneHotColumns(props: OneHotColumnsProps) {
  const { tokens, size, name, selected } = props;
  const svg = useRef<SVGSVGElement>(null);
  const row = useRef(0);
  const grid = useGrid(props, svg, row);
  const texts = tokens.map(({ text }) => text);
  const columns = wordColumns(texts, { least: 70, most: 170, fontSize: 17, start: GUTTER });
  const width = columnsEnd(columns, GUTTER) + 6;
  const shared = (at: number, kind: 0 | 1) => ({
    at,
    column: columns[at] ?? { left: 0, width: 0, x: 0, text: '' },
    tabIndex: grid.tabIndexOf({ column: at, row: kind }),
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a table element; the figure has a table.
    <svg
      ref={svg}
      width={width}
      height={HEIGHT}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus, one at a time.
      role="grid"
      aria-label={name}
      className={styles.drawing}
      onKeyDown={grid.onKeyDown}
      data-export
    >
      <RowNames labels={props.labels} />
      <Axis size={size} format={props.format} />
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no table. */}
      <g role="row">
        {tokens.map((token, at) => (
          <TokenCell
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position.
            key={at}
            {...shared(at, 0)}
            token={token}
            size={size}
            format={props.format}
            selected={at === selected}
            onSelect={(to) => {
              row.current = 0;
              props.onSelect(to);
            }}
          />
        ))}
      </g>
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no table. */}
      <g role="row">
        {tokens.map((token, at) => (
          <TagCell
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position.
            key={at}
            {...shared(at, 1)}
            token={token}
            onTag={(to) => {
              row.current = 1;
              props.onTag(to);
            }}
          />
        ))}
      </g>
    </svg>
  );
}
