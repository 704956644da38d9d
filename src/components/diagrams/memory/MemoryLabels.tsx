import type { MemoryLaneBox, MemoryLayout } from '../../../layout/memoryLanes.ts';
import type { TermLinking } from '../figureTypes.ts';
import { roleStyle, SymbolSpans } from '../Symbol.tsx';
import styles from './MemoryLanes.module.css';
import type { MemoryLane } from './memoryTypes.ts';

export interface MemoryLabelsProps extends TermLinking {
  readonly layout: MemoryLayout;
  readonly lanes: readonly MemoryLane[];
  /** What the row of tokens is called. */
  readonly inputWord: string;
  readonly width: number;
  readonly narrow: boolean;
}

const ENDS = { gate: ['1', '0'], state: ['1', '−1'], answer: ['1', '0'] } as const;

function Ends({ box, width }: { readonly box: MemoryLaneBox; readonly width: number }) {
  const [high, low] = ENDS[box.kind];
  return (
    <g className={styles.ends}>
      <text x={width - 5} y={box.top + 5}>
        {high}
      </text>
      <text x={width - 5} y={box.top + box.height - 4}>
        {low}
      </text>
    </g>
  );
}

function Label(props: MemoryLabelsProps & { readonly lane: MemoryLane; readonly box: MemoryLaneBox }) {
  const { lane, box, narrow, width } = props;
  const y = box.top + box.height / 2;
  return (
    <g
      data-term={lane.role}
      style={roleStyle(lane.role)}
      className={props.highlightedTerm === lane.role ? styles.labelLit : styles.label}
      onPointerEnter={() => props.onTermHover?.(lane.role)}
      onPointerLeave={() => props.onTermHover?.(null)}
    >
      <rect x={0} y={box.top} width={width - 20} height={box.height} className={styles.labelArea} />
      <text x={2} y={y}>
        {narrow ? null : <tspan>{`${lane.word} `}</tspan>}
        <SymbolSpans symbol={lane.symbol} />
        {narrow ? <title>{lane.word}</title> : null}
      </text>
    </g>
  );
}

/** Names of the lanes; they stay in sight while the sequence scrolls under them. */
export function MemoryLabels(props: MemoryLabelsProps) {
  const { layout, lanes, width, narrow, inputWord } = props;
  return (
    <div className={styles.labels} data-export-sticky="" style={{ width }}>
      <svg data-export="" aria-hidden="true" width={width} height={layout.height}>
        <g style={roleStyle('input')} className={styles.label}>
          <text x={2} y={layout.token.top + layout.token.height / 2}>
            {narrow ? null : <tspan>{`${inputWord} `}</tspan>}
            <SymbolSpans symbol={{ base: 'x' }} />
          </text>
        </g>
        {lanes.map((lane, i) => {
          const box = layout.lanes[i];
          return box ? (
            <g key={lane.id}>
              <Label {...props} lane={lane} box={box} />
              <Ends box={box} width={width} />
            </g>
          ) : null;
        })}
      </svg>
    </div>
  );
}
