/** A space or a line break would be invisible as a symbol. */
export function visibleSymbol(symbol: string): string {
  const visible: Readonly<Record<string, string>> = { ' ': '␣', '\n': '↵', '\t': '⇥' };
  return visible[symbol] ?? symbol;
}
