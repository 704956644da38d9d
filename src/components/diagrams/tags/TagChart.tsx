import { type RefObject, useMemo, useRef } from 'react';
import { layoutTagChart, type TagChartLayout } from '../../../layout/tagChart.ts';
import type { WordColumn } from '../../../layout/wordColumns.ts';
import type { GridPosition } from '../../interaction/rovingGrid.ts';
import { useRovingGrid } from '../../interaction/useRovingGrid.ts';
import { useWidth } from '../../interaction/useWidth.ts';
import { ScrollBox } from '../../prose/ScrollBox.tsx';
import { HIDDEN } from '../hidden.ts';
import { roleStyle } from '../Symbol.tsx';
import styles from './TagChart.module.css';
import { TagRowBars, type TagRowBarsProps } from './TagRowBars.tsx';
import type { TagFooter, TagGroup, TagPlace } from './tagTypes.ts';

/** Room for the band's words. */
const BAND_LABEL = 22;
/** Names of rows are longer than a short sentence. */
const LEAST_WIDTH = 330;
/** Until the true width is known. */
const DEFAULT_ROOM = 700;

export interface TagChartProps {
  readonly groups: readonly TagGroup[];
  readonly footer?: readonly TagFooter[];
  /** So many columns from the first on stand on a ground of their own, and what that means. */
  readonly band?: { readonly columns: number; readonly label: string } | undefined;
  readonly selected: TagPlace;
  readonly onSelect: (place: TagPlace) => void;
  /** Accessible name. */
  readonly name: string;
}

function Words(props: {
  readonly group: TagGroup;
  readonly columns: readonly WordColumn[];
  readonly y: number;
}) {
  return (
    <g {...HIDDEN}>
      {props.group.words.map(({ faint, note }, step) => {
        const { x = 0, text = '' } = props.columns[step] ?? {};
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its step.
          <g key={step}>
            <text x={x} y={props.y - 19} className={styles.time}>
              {note ?? `t=${step + 1}`}
            </text>
            <text x={x} y={props.y} className={faint ? styles.wordFaint : styles.word}>
              {`\u2068${text}\u2069`}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Footer({
  line,
  layout,
  y,
}: {
  readonly line: TagFooter;
  readonly layout: TagChartLayout;
  readonly y: number;
}) {
  return (
    <g style={roleStyle(line.role)} data-footer={line.id}>
      <text x={layout.start} y={y} className={styles.label}>
        {line.label}
      </text>
      {line.cells.map(({ text, strong }, step) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its step.
          key={step}
          x={layout.columns[step]?.x ?? 0}
          y={y + 19}
          className={strong ? styles.strong : styles.value}
        >
          {text}
        </text>
      ))}
    </g>
  );
}

/** Every row of bars with its place among the groups, in the order of the keys. */
const linesOf = (groups: readonly TagGroup[]) =>
  groups.flatMap(({ rows }, group) => rows.map((row, index) => ({ row, group, index })));

function useKeys(props: TagChartProps, svg: RefObject<SVGSVGElement | null>) {
  const { groups, selected, onSelect } = props;
  const lines = linesOf(groups);
  const found = lines.findIndex(({ group, index }) => group === selected.group && index === selected.row);
  const position = { column: selected.step, row: Math.max(0, found) };
  const columns = Math.max(1, ...groups.map(({ words }) => words.length));
  const onMove = ({ column, row }: GridPosition) => {
    const line = lines[row];
    if (!line) return;
    const last = line.row.cells.length - 1;
    onSelect({ group: line.group, row: line.index, step: Math.max(0, Math.min(column, last)) });
  };
  return useRovingGrid({ container: svg, position, size: { columns, rows: lines.length }, onMove });
}

function Band({ band, layout }: { readonly band: TagChartProps['band']; readonly layout: TagChartLayout }) {
  const last = layout.columns[(band?.columns ?? 0) - 1];
  if (!band || !last) return null;
  return (
    <g {...HIDDEN}>
      <rect
        x={layout.start - 6}
        y={0}
        width={last.left + last.width - layout.start + 6}
        height={layout.height + BAND_LABEL}
        rx={8}
        className={styles.band}
      />
      <text x={layout.start} y={layout.height + 12} className={styles.bandLabel}>
        {band.label}
      </text>
    </g>
  );
}

interface GroupViewProps extends Pick<TagChartProps, 'selected' | 'onSelect'> {
  readonly group: TagGroup;
  /** Which group it is, and how many rows stand above it. */
  readonly index: number;
  readonly above: number;
  readonly layout: TagChartLayout;
  readonly takesTab: TagRowBarsProps['takesTab'];
}

function GroupView({ group, index, above, layout, selected, onSelect, takesTab }: GroupViewProps) {
  const place = layout.groups[index];
  if (!place) return null;
  return (
    <g data-group={group.id}>
      <Words group={group} columns={place.columns} y={place.words} />
      {group.rows.map((row, r) => {
        const at = place.rows[r];
        if (!at) return null;
        return (
          <TagRowBars
            key={row.id}
            row={row}
            columns={place.columns}
            place={at}
            start={layout.start}
            line={above + r}
            selected={selected.group === index && selected.row === r ? selected.step : null}
            takesTab={takesTab}
            onPick={(step) => onSelect({ group: index, row: r, step })}
          />
        );
      })}
    </g>
  );
}

function useLayout(groups: readonly TagGroup[], lines: number, room: number): TagChartLayout {
  const key = JSON.stringify([
    groups.map(({ words, rows }) => [words.map(({ text }) => text), rows.length]),
    lines,
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds words and sizes by value; numbers do not move anything.
  return useMemo(
    () =>
      layoutTagChart(
        groups.map(({ words }) => words.map(({ text }) => text)),
        groups.map(({ rows }) => rows.length),
        lines,
        room,
      ),
    [key, room],
  );
}

/**
 * What taggers say about sentences: under each sentence a row of bars for every tagger, a bar a word. Sentences share their
 * columns, so the same step stands under itself. One tab stop; arrows move; what is chosen is for others to show.
 */
export function TagChart(props: TagChartProps) {
  const { groups, footer = [], band, name } = props;
  const svg = useRef<SVGSVGElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const layout = useLayout(groups, footer.length, useWidth(box) ?? DEFAULT_ROOM);
  const keys = useKeys(props, svg);
  return (
    <div ref={box} className={styles.box}>
      <ScrollBox label={name} className={styles.scroll ?? ''}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a table element; the figure has a table of the same numbers. */}
        <svg
          ref={svg}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus, one at a time.
          role="grid"
          tabIndex={-1}
          aria-label={name}
          width={Math.max(layout.width, LEAST_WIDTH)}
          height={layout.height + (band ? BAND_LABEL : 0)}
          className={styles.chart}
          onKeyDown={keys.onKeyDown}
          data-export=""
        >
          <Band band={band} layout={layout} />
          {groups.map((group, index) => (
            <GroupView
              key={group.id}
              {...props}
              group={group}
              index={index}
              above={linesOf(groups.slice(0, index)).length}
              layout={layout}
              takesTab={keys.tabIndexOf}
            />
          ))}
          {footer.map((each, i) => (
            <Footer key={each.id} line={each} layout={layout} y={layout.footer[i] ?? 0} />
          ))}
        </svg>
      </ScrollBox>
    </div>
  );
}
