import { type KeyboardEvent, useMemo, useRef } from 'react';
import { isArrowKey, nextInDirection } from '../../layout/nextInDirection.ts';
import { useWidth } from '../interaction/useWidth.ts';
import type { TermId } from '../prose/terms.ts';
import styles from './WordMap.module.css';
import { type LabelBox, placeLabels } from './wordMapLabels.ts';
import { fitPoints } from './wordMapScale.ts';

/** Kinds of arrows that can be told apart. */
export const MOST_RELATIONS = 4;
const DASHES: readonly (string | undefined)[] = [undefined, '6 3', '2 3', '9 3 2 3'];

export interface WordArrow {
  /** Indices of words. */
  readonly from: number;
  readonly to: number;
  /** Below `MOST_RELATIONS`: colour and dashes. */
  readonly relation: number;
}

export interface WordMapProps {
  /** Accessible name. */
  readonly name: string;
  readonly words: readonly string[];
  /** (n, 2), y upwards; on any scale. */
  readonly points: Float64Array;
  readonly arrows: readonly WordArrow[];
  readonly selected: string | null;
  /** The word that the pointer is on, here or elsewhere. */
  readonly lit: string | null;
  readonly onLight: (word: string | null) => void;
  readonly onSelect: (word: string) => void;
  /** What formulas and prose call a word, by its index: it lights up with them. */
  readonly termOf?: (word: number) => TermId | undefined;
  readonly height?: number;
}

const FONT = 12.5;
const TALL = 380;
const LEAST_TALL = 280;
/** From a point to an arrow that ends or begins there. */
const CLEAR = 6;
const HEAD = 7;

interface Place {
  readonly x: number;
  readonly y: number;
}

const placeOf = (placed: Float64Array, i: number): Place => ({
  x: placed[2 * i] ?? 0,
  y: placed[2 * i + 1] ?? 0,
});

function Arrow(props: { readonly from: Place; readonly to: Place; readonly arrow: WordArrow; lit: boolean }) {
  const { from, to, arrow, lit } = props;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 2 * CLEAR + HEAD) return null;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const at = (along: number, aside: number) => `${along * ux - aside * uy} ${along * uy + aside * ux}`;
  const end = length - CLEAR;
  return (
    <g transform={`translate(${from.x} ${from.y})`} className={styles[`relation${arrow.relation}`]}>
      <path
        className={styles.arrow}
        data-lit={lit || undefined}
        strokeDasharray={DASHES[arrow.relation]}
        d={`M${at(CLEAR, 0)}L${at(end - HEAD + 1, 0)}`}
      />
      <path className={styles.arrowHead} d={`M${at(end, 0)}L${at(end - HEAD, 4)}L${at(end - HEAD, -4)}Z`} />
    </g>
  );
}

/** An arrow as the legend shows it. */
export function ArrowKey({ relation, children }: { readonly relation: number; readonly children: string }) {
  return (
    <span className={styles.key}>
      <svg
        width={34}
        height={10}
        viewBox="0 0 34 10"
        aria-hidden="true"
        className={styles[`relation${relation}`]}
      >
        <path className={styles.arrow} strokeDasharray={DASHES[relation]} d="M1 5H27" />
        <path className={styles.arrowHead} d="M33 5L26 1V9Z" />
      </svg>
      <bdi>{children}</bdi>
    </span>
  );
}

interface PointProps extends Pick<WordMapProps, 'onLight' | 'onSelect'> {
  readonly word: string;
  readonly place: Place;
  readonly label: LabelBox | null;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  readonly isStop: boolean;
  readonly term: TermId | undefined;
  readonly onMove: (event: KeyboardEvent) => void;
}

function WordPoint(props: PointProps) {
  const { word, place, label, isSelected, isLit, isStop, onLight, onSelect, onMove } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onSelect(word);
    else onMove(event);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no button inside a drawing.
    <g
      role="button"
      aria-pressed={isSelected}
      aria-label={word}
      tabIndex={isStop ? 0 : -1}
      data-word={word}
      data-term={props.term}
      data-selected={isSelected || undefined}
      data-lit={isLit || undefined}
      className={styles.word}
      onPointerEnter={() => onLight(word)}
      onPointerLeave={() => onLight(null)}
      onFocus={() => onLight(word)}
      onBlur={() => onLight(null)}
      onClick={() => onSelect(word)}
      onKeyDown={onKeyDown}
    >
      <circle cx={place.x} cy={place.y} r={9} fill="transparent" />
      <circle cx={place.x} cy={place.y} r={7} className={styles.ring} />
      <circle cx={place.x} cy={place.y} r={isSelected || isLit ? 4.5 : 3.5} className={styles.point} />
      {label && (
        <text x={label.x} y={label.y} className={styles.label}>
          {word}
        </text>
      )}
    </g>
  );
}

/** The order in which labels get their places: what is looked at, what arrows join, the rest as it comes. */
function orderOf({ words, arrows, selected, lit }: WordMapProps): readonly number[] {
  const joined = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const rank = (i: number) => (words[i] === lit ? 0 : words[i] === selected ? 1 : joined.has(i) ? 2 : 3);
  return words.map((_, i) => i).sort((a, b) => rank(a) - rank(b) || a - b);
}

/** Words as points of a plane, with arrows between some of them. Arrow keys go from word to word, Enter selects. */
export function WordMap(props: WordMapProps) {
  const { name, words, points, arrows, selected, lit } = props;
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<SVGSVGElement>(null);
  const width = useWidth(frame) ?? 480;
  // On a narrow screen no taller than wide: words spread both ways.
  const height = Math.min(props.height ?? TALL, Math.max(LEAST_TALL, width));
  const placed = useMemo(() => fitPoints(points, width, height), [points, width, height]);
  const always = (i: number) => words[i] === selected || words[i] === lit;
  const labels = placeLabels(words, placed, orderOf(props), { width, height, fontSize: FONT, always });
  const stop = Math.max(0, words.indexOf(lit ?? selected ?? ''));
  const onMove = (from: number, event: KeyboardEvent) => {
    if (!isArrowKey(event.key)) return;
    event.preventDefault();
    const word = words[nextInDirection(placed, from, event.key)] ?? '';
    drawing.current?.querySelector<SVGElement>(`[data-word="${CSS.escape(word)}"]`)?.focus();
  };
  return (
    <div ref={frame} className={styles.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of buttons, no form. */}
      <svg
        ref={drawing}
        role="group"
        aria-label={name}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className={styles.map}
        data-export=""
      >
        {arrows.map((arrow) => (
          <Arrow
            key={`${arrow.from} ${arrow.to}`}
            arrow={arrow}
            from={placeOf(placed, arrow.from)}
            to={placeOf(placed, arrow.to)}
            lit={lit !== null && (words[arrow.from] === lit || words[arrow.to] === lit)}
          />
        ))}
        {words.map((word, i) => (
          <WordPoint
            key={word}
            word={word}
            place={placeOf(placed, i)}
            label={labels[i] ?? null}
            isSelected={word === selected}
            isLit={word === lit}
            isStop={i === stop}
            term={props.termOf?.(i)}
            onLight={props.onLight}
            onSelect={props.onSelect}
            onMove={(event) => onMove(i, event)}
          />
        ))}
      </svg>
    </div>
  );
}
