import type { CSSProperties, ReactNode } from 'react';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import styles from './Symbol.module.css';
import type { MathSymbol } from './symbols.ts';

/** Lets a stylesheet say `var(--role)` for the colour of a role. */
export function roleStyle(role: FigureRole): CSSProperties {
  const name = role === 'prediction' ? 'hidden' : role;
  return { '--role': `var(--role-${name})` } as CSSProperties;
}

export interface SymbolTextProps {
  readonly symbol: MathSymbol;
  /** Prints as ⟨t⟩ above the letter. */
  readonly time?: string;
  /** Prints as [l] above the letter, before the time. */
  readonly layer?: number;
}

/** A letter of the mathematics in running text. */
export function SymbolText(props: SymbolTextProps): ReactNode {
  const { base, sub } = props.symbol;
  const above = `${props.layer ? `[${props.layer}]` : ''}${props.time ? `⟨${props.time}⟩` : ''}`;
  return (
    <span className={styles.symbol}>
      {base}
      {sub ? <sub>{sub}</sub> : null}
      {above ? <sup>{above}</sup> : null}
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
