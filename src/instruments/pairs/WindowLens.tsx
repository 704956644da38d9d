import { type KeyboardEvent, useRef } from 'react';
import { useTween } from '../../components/diagrams/useTween.ts';
import { useInSight } from '../../components/interaction/useInSight.ts';
import { useWidth } from '../../components/interaction/useWidth.ts';
import { useText } from '../../components/text/useText.tsx';
import { pairsMessages } from '../../i18n/messages/pairs.ts';
import { contextAt, type DrawnPassage, wordAt } from './draw-windows.ts';
import { HANGING, type Lens, type LensWord, lensOf, wordWidth } from './lens.ts';
import styles from './pairs.module.css';
import type { PairsSettings } from './settings.ts';

export interface WindowLensProps {
  readonly passage: DrawnPassage;
  /** From 0. */
  readonly place: number;
  readonly settings: Pick<PairsSettings, 'window' | 'shrink' | 'model'>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Milliseconds that the window takes from one word to the next. */
const SLIDE = 320;
const between = (from: number, to: number, share: number): number => from + (to - from) * share;
const ARROW = 8;
/** Px on either side of the middle that are scrolled into sight. */
const IN_SIGHT = 120;
/** Half the size of the mean's box. */
const MEAN = { x: 56, y: 14 } as const;

const arrowAt = (x: number, y: number): string => `M${x} ${y}l${-ARROW / 2} ${-ARROW}h${ARROW}z`;

/** A word on the line, or hanging from it. */
function Word({ word, lens }: { readonly word: LensWord; readonly lens: Lens }) {
  const { x, text, role, opacity } = word;
  const { baseline, isVertical } = lens;
  const half = wordWidth(text) / 2 + 9;
  return (
    <g className={styles.word} data-role={role} opacity={opacity} transform={`translate(${x} ${baseline})`}>
      {isVertical ? (
        <>
          <circle r={role === 'centre' ? 6 : 4} className={styles.dot} />
          <text
            y={HANGING}
            writingMode="vertical-rl"
            dominantBaseline="central"
            style={{ fontSize: lens.em }}
          >
            {text}
          </text>
        </>
      ) : (
        <>
          <rect x={-half} y={-16} width={2 * half} height={32} rx={8} className={styles.pill} />
          <text textAnchor="middle" dominantBaseline="central">
            {text}
          </text>
        </>
      )}
    </g>
  );
}

function Arrows({ lens, children }: { readonly lens: Lens; readonly children: string }) {
  const { arcs, mean, top, words } = lens;
  const xs = new Map(words.map(({ place, x }) => [place, x]));
  return (
    <g>
      {arcs.map(({ place, path }) => (
        <path key={place} d={path} className={styles.arc} />
      ))}
      {mean ? (
        <>
          <path d={`M${mean.x} ${mean.y}V${top - ARROW}`} className={styles.arc} data-joined="" />
          <path d={arrowAt(mean.x, top)} className={styles.head} />
          <rect
            x={mean.x - MEAN.x}
            y={mean.y - MEAN.y}
            width={2 * MEAN.x}
            height={2 * MEAN.y}
            rx={MEAN.y}
            className={styles.mean}
          />
          <text x={mean.x} y={mean.y} className={styles.meanText}>
            {children}
          </text>
        </>
      ) : (
        arcs.map(({ place }) => (
          <path key={place} d={arrowAt(xs.get(place) ?? 0, top)} className={styles.head} />
        ))
      )}
    </g>
  );
}

function Gaps({ lens }: { readonly lens: Lens }) {
  const y = lens.isVertical ? lens.baseline - 12 : lens.baseline + 30;
  return (
    <g className={styles.gap}>
      {lens.gaps.map(({ x, count }) => (
        <text key={x} x={x} y={y} textAnchor="middle" dominantBaseline="central">
          {count > 1 ? `×${count}` : '×'}
        </text>
      ))}
    </g>
  );
}

/** The window around one word: what it sees, how far it reaches, and what is foretold from what. */
export function WindowLens({ passage, place, settings, onKeyDown }: WindowLensProps) {
  const text = useText(pairsMessages);
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const shown = useTween(place, between, SLIDE);
  const { window, shrink, model } = settings;
  const reach = passage.reaches[place] ?? 0;
  const others = contextAt(passage, place).map((each) => wordAt(passage, each));
  const values = { word: wordAt(passage, place), count: others.length, others: others.join(', ') };
  const lens = width === null ? null : lensOf(passage, { width, place, shown, window, model });
  useInSight(root, lens && { left: lens.middle - IN_SIGHT, right: lens.middle + IN_SIGHT, covered: 0 });
  const drawing = text(`pairs.drawing-${model}`, values);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div
      ref={root}
      className={styles.lens}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing takes the keys that move the window.
      tabIndex={0}
      aria-label={text('pairs.window-keys')}
      onKeyDown={onKeyDown}
    >
      {lens && (
        <svg role="img" aria-label={drawing} width={lens.width} height={lens.height} data-export="">
          <rect
            {...lens.window}
            y={lens.head}
            height={lens.height - lens.head - 1}
            rx={10}
            className={styles.window}
          />
          <rect
            {...lens.reach}
            y={lens.head}
            height={lens.height - lens.head - 1}
            rx={10}
            className={styles.reach}
          />
          <text x={lens.window.x} y={17} className={styles.reachText}>
            {text(shrink ? 'pairs.reach-drawn' : 'pairs.reach-fixed', { reach, window })}
          </text>
          <Arrows lens={lens}>{text('pairs.mean', { count: others.length })}</Arrows>
          {lens.words.map((word) => (
            <Word key={word.place} word={word} lens={lens} />
          ))}
          <Gaps lens={lens} />
        </svg>
      )}
    </div>
  );
}
