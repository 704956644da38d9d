import { describe, expect, it } from 'vitest';
import { cellParameterCount } from '../cells/parameters.ts';
import { DEFAULT_RNN } from '../cells/roles.ts';
import { topologicalOrder } from '../graph/paths.ts';
import { nextSymbolLayout } from '../language/next-symbol.ts';
import { countDesign, DESIGNS, type Design, designFacts, designGraph } from './designs.ts';

const SIZE = { steps: 5, extra: 2, hidden: 8, vocabulary: 20 } as const;
const facts = (design: Design, size: Partial<typeof SIZE> = {}) =>
  designFacts(designGraph(design, { ...SIZE, ...size }));
const n = SIZE.hidden;
const V = SIZE.vocabulary;

describe('designs', () => {
  it.each(DESIGNS)('%s: has no circle, every arrow between its nodes, one output a step', (design) => {
    const { nodes, arcs } = designGraph(design, SIZE);
    const ids = new Set(nodes.map(({ id }) => id));
    expect(ids.size).toBe(nodes.length);
    expect(arcs.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
    expect(topologicalOrder(arcs)).toHaveLength(nodes.length);
    expect(nodes.filter(({ kind }) => kind === 'output')).toHaveLength(SIZE.steps);
    const places = nodes.map(({ step, level }) => `${step} ${level}`);
    expect(new Set(places).size).toBe(nodes.length);
  });

  it('have as many parameters as the networks that they draw', () => {
    const network = (layers: number) =>
      nextSymbolLayout({ spec: DEFAULT_RNN, vocabulary: V, hidden: n, layers }).length;
    expect(facts('shallow').parameters).toBe(network(1));
    expect(facts('stacked').parameters).toBe(network(3));
    const cell = cellParameterCount(DEFAULT_RNN, { inputs: V, hidden: n });
    const layer = n * n + n;
    const head = (n + 1) * V;
    expect(facts('input').parameters).toBe(V * n + n + layer + (2 * n * n + n) + head);
    expect(facts('transition').parameters).toBe(cell + 2 * layer + head);
    expect(facts('shortcut').parameters).toBe(cell + 2 * layer + n * n + head);
    expect(facts('output').parameters).toBe(cell + 2 * layer + head);
  });

  it('share their matrices over time', () => {
    for (const design of DESIGNS) {
      const [short, long] = [3, 9].map((steps) => countDesign(designGraph(design, { ...SIZE, steps })));
      expect(short).toBe(long);
    }
  });

  it('have the ways through them that the paper names', () => {
    const T = SIZE.steps;
    const k = SIZE.extra;
    // x → a, T − 1 steps, a → ŷ.
    expect(facts('shallow')).toMatchObject({ shortest: T + 1, longest: T + 1, between: 1 });
    expect(facts('input')).toMatchObject({ shortest: T + 1 + k, longest: T + 1 + k, between: 1 });
    expect(facts('output')).toMatchObject({ shortest: T + 1 + k, longest: T + 1 + k, between: 1 });
    // Only a deep transition makes every single step longer …
    expect(facts('transition')).toMatchObject({
      shortest: T * (k + 1) + 1,
      longest: T * (k + 1) + 1,
      between: k + 1,
    });
    // … and a shortcut makes it short again, for those who take it.
    expect(facts('shortcut')).toMatchObject({
      shortest: T + k + 1,
      longest: T * (k + 1) + 1,
      between: k + 1,
    });
    expect(facts('stacked')).toMatchObject({ shortest: T + k + 1, longest: T + k + 1, between: 1 });
  });
});
