import type { CSSProperties, ReactNode } from 'react';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import styles from './Symbol.module.css';
import type { MathSymbol } from './symbols.ts';

/** Lets a stylesheet say `var(--role)` for the colour of a role. */
export function roleStyle(role: FigureRole): CSSProperties {
  const name = role === 'prediction' ? 'hidden' : role;
  return { '--role': `var(--role-${name})` } as CSSProperties;
}

/** A letter of the mathematics in running text. `time` prints as ⟨t⟩ above it. */
export function SymbolText(props: { readonly symbol: MathSymbol; readonly time?: string }): ReactNode {
  const { base, sub } = props.symbol;
  return (
    <span className={styles.symbol}>
      {base}
      {sub ? <sub>{sub}</sub> : null}
      {props.time ? <sup>⟨{props.time}⟩</sup> : null}
    </span>
  );
}

/** The same inside an SVG text. */
export function SymbolSpans(props: { readonly symbol: MathSymbol }): ReactNode {
  const { base, sub } = props.symbol;
  return (
    <>
      <tspan className={styles.letter}>{base}</tspan>
      {sub ? (
        <tspan className={styles.sub} dy="0.28em">
          {sub}
        </tspan>
      ) : null}
    </>
  );
}
