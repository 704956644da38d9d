import { useMemo } from 'react';
import type { UnrolledCell, UnrolledLayout, UnrolledView } from '../../layout/unrolledTypes.ts';
import type { LaneRole, SequenceTrace } from '../../models/cells/types.ts';
import { useText } from '../text/useText.tsx';
import type { FigureToken } from './figureTypes.ts';
import { figureLanes, isHeldAt, timeOf, valueAt } from './figureValues.ts';
import { formatFixed } from './formatNumber.ts';
import { type FigureCursor, isRevealed } from './reveal.ts';
import { type Notation, plainSymbol, roleSymbol } from './symbols.ts';
import type { ColumnValue } from './UnrolledColumnView.tsx';

export interface ColumnsInput {
  readonly trace: SequenceTrace;
  readonly batch: number;
  readonly tokens: readonly FigureToken[];
  readonly unit: number;
  readonly view: UnrolledView;
  readonly cursor: FigureCursor | null;
  readonly notation: Notation;
}

/** "Γ_f forget gate, t=3 'which', unit 5: 0.97". */
export function useValueName(notation: Notation, trace: SequenceTrace) {
  const text = useText();
  const kind = trace.spec.kind;
  // Words of a lane are the same in every column: a frame of 64 steps asks for them hundreds of times.
  const words = new Map(figureLanes(trace).map((role) => [role, laneWords(role)]));
  function laneWords(role: LaneRole) {
    const input = role === 'update' && notation === 'textbook' && kind === 'lstm';
    const lane = text(input ? 'figure.role.inputGate' : `figure.role.${role}`);
    return { symbol: plainSymbol(roleSymbol(role, notation, kind)), lane };
  }
  return (role: LaneRole, time: number, token: string, unit: number, shown: string) =>
    text('figure.valueName', {
      ...(words.get(role) ?? laneWords(role)),
      step: time,
      token,
      unit: unit + 1,
      value: shown,
    });
}

/** What each column draws, made anew only when the numbers, the unit or the stepper change. */
export function useColumnValues(input: ColumnsInput): readonly (readonly ColumnValue[])[] {
  const { trace, batch, tokens, unit, view, cursor, notation } = input;
  const text = useText();
  const name = useValueName(notation, trace);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` follows from notation, trace and text.
  return useMemo(
    () =>
      tokens.map((token, step) =>
        figureLanes(trace).map((role) => {
          const value = valueAt(trace, role, step, unit, batch);
          const revealed = isRevealed(trace.spec, cursor, role, step);
          const held = isHeldAt(trace, role, step, view.kind === 'all' ? null : unit);
          const number = revealed ? formatFixed(value) : text('figure.notYet');
          const shown = held ? text('figure.heldValue', { value: number }) : number;
          return {
            role,
            value,
            revealed,
            held,
            name: name(role, timeOf(token, step), token.text, unit, shown),
          };
        }),
      ),
    [trace, batch, tokens, unit, view, cursor, notation, text],
  );
}

export interface ColumnCells {
  readonly cells: readonly UnrolledCell[];
  readonly token: UnrolledCell;
}

/** The boxes of each column, made anew only with the layout. */
export function useColumnCells(layout: UnrolledLayout): readonly ColumnCells[] {
  return useMemo(() => {
    const lanes = layout.rows.length - 2;
    return layout.columns.flatMap(({ step }) => {
      const token = layout.cells.find((cell) => cell.role === 'input' && cell.step === step);
      return token ? [{ cells: layout.cells.slice(step * lanes, (step + 1) * lanes), token }] : [];
    });
  }, [layout]);
}
