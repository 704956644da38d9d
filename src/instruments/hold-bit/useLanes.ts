import type { FigureToken } from '../../components/diagrams/figureTypes.ts';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import type { MemoryLane, MemoryToken } from '../../components/diagrams/memory/memoryTypes.ts';
import {
  type MathSymbol,
  type Notation,
  plainSymbol,
  roleSymbol,
} from '../../components/diagrams/symbols.ts';
import { useText } from '../../components/text/useText.tsx';
import { type HoldCode, holdMessages } from '../../i18n/messages/hold-bit.ts';
import type { MessageCode } from '../../i18n/messages/index.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import type { CellKind } from '../../models/cells/types.ts';
import type { BothReadings, Told } from './reading.ts';
import { type HoldRow, heldSteps, laneValues } from './rows.ts';
import { bitOf, isWrite } from './sequence.ts';

const WORDS = { update: 'hold.gate', reset: 'hold.reset', hidden: 'hold.memory' } as const;
type Shown = keyof typeof WORDS;

/** The memory is c in Ng's GRU, where a = c. */
const symbolOf = (lane: Shown, notation: Notation, kind: CellKind): MathSymbol =>
  lane === 'hidden' && notation === 'ng' && kind === 'gru' ? { base: 'c' } : roleSymbol(lane, notation, kind);

/** Says a message of the figure. */
export type HoldSay = (code: MessageCode | HoldCode, values?: MessageValues) => string;

function laneOf(
  row: HoldRow,
  { free, held, ids }: BothReadings,
  notation: Notation,
  text: HoldSay,
): MemoryLane {
  const lane = row.lane as Shown;
  const { trace } = held;
  const { kind } = trace.spec;
  const symbol = symbolOf(lane, notation, kind);
  const word = text(WORDS[lane]);
  const values = laneValues(trace, lane, row.unit);
  const many = trace.shape.hidden > 1;
  const heldAt = heldSteps(trace, lane, row.unit);
  const said = (step: number) => formatFixed(values[step] ?? Number.NaN);
  return {
    id: `${lane}-${row.unit}`,
    kind: lane === 'hidden' ? 'state' : 'gate',
    role: lane,
    symbol,
    word: many ? text('hold.of-unit', { word, unit: row.unit + 1 }) : word,
    values,
    before: free === held ? null : laneValues(free.trace, lane, row.unit),
    ...(lane === 'hidden' && kind === 'gru' ? { candidates: laneValues(trace, 'candidate', row.unit) } : {}),
    held: heldAt,
    name: (step) =>
      text('figure.valueName', {
        symbol: plainSymbol(symbol),
        lane: word,
        step: step + 1,
        token: tokenText(ids[step] ?? 0, text),
        unit: row.unit + 1,
        value: heldAt.has(step) ? text('figure.heldValue', { value: said(step) }) : said(step),
      }),
  };
}

function answerLane({ free, held }: BothReadings, text: HoldSay): MemoryLane {
  return {
    id: 'answer',
    kind: 'answer',
    role: 'prediction',
    symbol: { base: 'ŷ' },
    word: text('hold.answer'),
    values: held.one,
    before: free === held ? null : free.one,
    held: new Set(),
    name: (step) =>
      text('hold.answer-name', { step: step + 1, value: formatFixed(held.one[step] ?? Number.NaN) }),
  };
}

/** A token in words. */
export function tokenText(id: number, text: HoldSay): string {
  const bit = bitOf(id);
  if (bit === null) return '?';
  return isWrite(id) ? text(`hold.choice-${(bit + 2) as 2 | 3}`) : String(bit);
}

/** The token as the arithmetic's head names it. */
export const figureToken = (id: number, text: HoldSay): FigureToken => ({
  text: tokenText(id, text),
  known: true,
});

/** What is drawn at each step of the sequence. */
export function useTokens(ids: Int32Array): readonly MemoryToken[] {
  const text = useText(holdMessages);
  return Array.from(ids, (id, at): MemoryToken => {
    const step = at + 1;
    const bit = bitOf(id);
    if (bit === null) return { kind: 'ask', text: '?', name: text('hold.token-ask', { step }) };
    const kind = isWrite(id) ? 'write' : 'pass';
    return { kind, text: String(bit), name: text(`hold.token-${kind}`, { step, bit }) };
  });
}

/** Every row under the input. */
export function useLanes(
  readings: BothReadings,
  rows: readonly HoldRow[],
  notation: Notation,
): readonly MemoryLane[] {
  const text = useText(holdMessages);
  return rows.map((row) =>
    row.lane === 'answer' ? answerLane(readings, text) : laneOf(row, readings, notation, text),
  );
}

/** The values and words of one side, for whoever compares the two. */
export const isRight = ({ said }: Told, wanted: BothReadings['wanted']): 'yes' | 'no' | 'other' =>
  wanted === null ? 'other' : said === wanted ? 'yes' : 'no';
