import { memo } from 'react';
import type { MessageCode } from '../../i18n/messages/index.ts';
import type { FigureRole, UnrolledLayout } from '../../layout/unrolledTypes.ts';
import { useText } from '../text/useText.tsx';
import type { TermLinking } from './figureTypes.ts';
import netFrame from './netFrame.module.css';
import { roleStyle, SymbolSpans } from './Symbol.tsx';
import { type Notation, roleSymbol } from './symbols.ts';
import styles from './UnrolledNet.module.css';

export interface RowLabelsProps extends TermLinking {
  readonly layout: UnrolledLayout;
  readonly notation: Notation;
  readonly width: number;
  readonly narrow: boolean;
  readonly scale: number;
  /** Lanes whose weights were edited. */
  readonly edited: readonly FigureRole[];
}

/** The short word before the letter: the textbook's "input gate" would be taken for the input x, so it says "input i". */
export function laneWord(role: FigureRole, notation: Notation, kind: string): MessageCode {
  if (role === 'update' && notation === 'textbook' && kind === 'lstm') return 'figure.lane.inputGate';
  return `figure.lane.${role}`;
}

function Label(props: RowLabelsProps & { readonly role: FigureRole; readonly y: number }) {
  const { role, y, layout, notation, narrow, width, edited } = props;
  const text = useText();
  const kind = layout.options.spec.kind;
  const word = text(laneWord(role, notation, kind));
  return (
    <g
      data-term={role}
      style={roleStyle(role)}
      className={`${styles.label} ${props.highlightedTerm === role ? styles.lit : ''}`}
      onPointerEnter={() => props.onTermHover?.(role)}
      onPointerLeave={() => props.onTermHover?.(null)}
    >
      <rect x={0} y={y - 14} width={width} height={28} className={styles.labelArea} />
      <text x={narrow ? width - 10 : 0} y={y} className={narrow ? styles.labelLetter : styles.labelText}>
        {narrow ? null : <tspan>{`${word} `}</tspan>}
        <SymbolSpans symbol={roleSymbol(role, notation, kind)} />
        {edited.includes(role) ? <tspan dy={narrow ? undefined : 0}>{' ✎'}</tspan> : null}
        {narrow || edited.includes(role) ? <title>{word}</title> : null}
      </text>
    </g>
  );
}

/** Names of the lanes. They stay in sight while the sentence scrolls under them. */
export const RowLabels = memo(function RowLabels(props: RowLabelsProps) {
  const { layout, width, scale } = props;
  const rows = layout.rows.filter(({ role }) => role !== 'time');
  return (
    <div className={netFrame.labels} data-export-sticky="" style={{ width: width * scale }}>
      <svg
        data-export=""
        aria-hidden="true"
        width={width * scale}
        height={layout.height * scale}
        viewBox={`0 0 ${width} ${layout.height}`}
      >
        {rows.map(({ role, y }) => (
          <Label key={role} {...props} role={role as FigureRole} y={y} />
        ))}
      </svg>
    </div>
  );
});
