import type { FigureToken } from '../../components/diagrams/figureTypes.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import type { ProbeResult } from '../../workers/protocol.ts';

/** A space or a line break as something to see. */
export function shownToken(probe: ProbeResult, step: number): FigureToken {
  const { text = '', known = false } = probe.tokens[step] ?? {};
  return { text: visibleSymbol(text), known };
}
