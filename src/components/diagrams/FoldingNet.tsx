import { FOLDING, type FoldedEdge, layoutFolding } from '../../layout/folding.ts';
import { fitText } from '../../layout/textWidth.ts';
import styles from './FoldingNet.module.css';
import { formatFixed } from './formatNumber.ts';
import { contrastText, signedColor } from './palette.ts';
import { roleStyle, SymbolSpans } from './Symbol.tsx';
import type { MathSymbol } from './symbols.ts';
import { useSignedPalette } from './useSignedPalette.ts';

export interface FoldingStep {
  readonly token: string;
  /** The unit's a^⟨t⟩. */
  readonly value: number;
  /** The most probable next token, and how probable. */
  readonly guess: string;
  readonly probability: string;
}

export interface FoldingNetProps {
  readonly steps: readonly FoldingStep[];
  /** The unit's value before the first step. */
  readonly initial: number;
  /** 0 folded … 1 unrolled. */
  readonly share: number;
  readonly current: number;
  readonly letter: string;
  readonly delayLabel: string;
  readonly name: string;
  readonly onSelect: (step: number) => void;
}

const ROLES = { recurrent: 'hidden', input: 'input', head: 'prediction' } as const;

function weightSymbol(weight: FoldedEdge['weight'], letter: string): MathSymbol {
  const sub = { recurrent: letter + letter, input: `${letter}x`, head: `y${letter}` }[weight];
  return { base: 'W', sub };
}

function Edge({ edge, letter }: { readonly edge: FoldedEdge; readonly letter: string }) {
  const { label, weight } = edge;
  const anchor = weight === 'recurrent' ? styles.labelMiddle : styles.labelEnd;
  return (
    <g style={{ ...roleStyle(ROLES[weight]), opacity: edge.opacity }} data-edge={edge.id}>
      <path d={edge.path} className={styles.edge} />
      <path d={edge.head} className={styles.head} />
      {label ? (
        <text x={label.x} y={label.y} className={anchor}>
          <SymbolSpans symbol={weightSymbol(weight, letter)} />
        </text>
      ) : null}
    </g>
  );
}

/** A number in a circle filled by its value. */
function State(props: { readonly x: number; readonly value: number; readonly chosen: boolean }) {
  const { x, value, chosen } = props;
  const fill = signedColor(value, useSignedPalette());
  return (
    <g style={roleStyle('hidden')}>
      <circle
        cx={x}
        cy={FOLDING.state}
        r={FOLDING.radius}
        fill={fill}
        className={chosen ? styles.chosen : styles.state}
      />
      <text x={x} y={FOLDING.state} fill={contrastText(fill)} className={styles.number}>
        {formatFixed(value)}
      </text>
    </g>
  );
}

/** The box that keeps a for one step, with the value that it keeps. */
function Delay(props: {
  readonly x: number;
  readonly y: number;
  readonly opacity: number;
  readonly value: number;
  readonly label: string;
}) {
  const { x, y, opacity, value, label } = props;
  const fill = signedColor(value, useSignedPalette());
  if (opacity === 0) return null;
  return (
    <g style={{ ...roleStyle('hidden'), opacity }} data-testid="fold-delay">
      <rect x={x - 27} y={y - 13} width={54} height={26} rx={3} fill={fill} className={styles.state} />
      <text x={x} y={y} fill={contrastText(fill)} className={styles.number}>
        {formatFixed(value)}
      </text>
      <text x={x + 35} y={y} className={styles.delayLabel}>
        {label}
      </text>
    </g>
  );
}

/** One copy of the cell with its word below and its guess above. */
function Copy(
  props: FoldingNetProps & { readonly x: number; readonly step: number; readonly opacity: number },
) {
  const { steps, x, step, opacity, current, share } = props;
  const shown = steps[step];
  if (!shown || opacity === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the slider beside the drawing does the same.
    <g opacity={opacity} className={styles.copy} data-copy={step} onClick={() => props.onSelect(step)}>
      <text x={x} y={FOLDING.prediction - 8} className={styles.guess}>
        {fitText(shown.guess, 14, FOLDING.pitch - 18)}
      </text>
      <text x={x} y={FOLDING.prediction + 7} className={styles.share}>
        {shown.probability}
      </text>
      <State x={x} value={shown.value} chosen={step === current && share > 0} />
      <text x={x} y={FOLDING.token} className={styles.token}>
        {fitText(shown.token, 17, FOLDING.pitch - 10)}
      </text>
      <text x={x} y={FOLDING.token + 22} className={styles.time}>
        t={step + 1}
      </text>
    </g>
  );
}

/** A recurrent net as one cell with a loop, as a copy a step, or anywhere between; the numbers are the same. */
export function FoldingNet(props: FoldingNetProps) {
  const { steps, share, current, letter, initial } = props;
  const layout = layoutFolding({ steps: steps.length, share, current });
  const before = current === 0 ? initial : (steps[current - 1]?.value ?? Number.NaN);
  return (
    <svg
      width={layout.width}
      height={layout.height}
      role="img"
      aria-label={props.name}
      className={styles.drawing}
      data-export
    >
      {layout.edges.map((edge) => (
        <Edge key={edge.id} edge={edge} letter={letter} />
      ))}
      <Delay {...layout.delay} value={before} label={props.delayLabel} />
      {layout.initial.opacity > 0 ? (
        <text
          x={layout.initial.x}
          y={layout.initial.y}
          opacity={layout.initial.opacity}
          className={styles.initial}
        >
          {formatFixed(initial, 0)}
        </text>
      ) : null}
      {layout.copies.map((copy) => (
        <Copy key={copy.step} {...props} {...copy} />
      ))}
    </svg>
  );
}
