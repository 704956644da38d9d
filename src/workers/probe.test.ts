import { describe, expect, it } from 'vitest';
import { RECALL_CONFIG, TEXT_CONFIG } from './config.testkit.ts';
import { createProbe, MAX_PROBE_TOKENS } from './probe.ts';
import { begin } from './run.testkit.ts';

describe('next-symbol', () => {
  const [run, { parameters }] = begin(TEXT_CONFIG);
  const probe = (text: string, lossStep: number | null = null) =>
    createProbe(run, { text, lossStep })(parameters);

  it('is null without a sentence', () => {
    expect(createProbe(run, null)(parameters)).toBeNull();
    expect(probe('')).toBeNull();
  });

  it('shows every layer at every token, and marks what the network does not know', () => {
    const result = probe('the Ω');
    expect(result?.tokens.map(({ text, known }) => [text, known])).toEqual([
      ['t', true],
      ['h', true],
      ['e', true],
      [' ', true],
      ['Ω', false],
    ]);
    expect(result?.layers).toHaveLength(2);
    expect(result?.layers[0]?.trace.values.forget).toHaveLength(5 * TEXT_CONFIG.hidden);
    expect(result?.layers[1]?.gradients.cell).toHaveLength(5 * TEXT_CONFIG.hidden);
    expect(result?.probabilities).toHaveLength(5 * run.network.classes);
  });

  it('asks at the step that it is told to ask at for the token that follows', () => {
    const result = probe('the cat', 1);
    expect(result?.lossStep).toBe(1);
    expect(result?.target).toBe(result?.tokens[2]?.id);
  });

  it('shortens a long sentence and says how long it was', () => {
    const result = probe('ab'.repeat(5000));
    expect(result?.tokens).toHaveLength(MAX_PROBE_TOKENS);
    expect(result?.asked).toBe(10_000);
  });
});

describe('recall', () => {
  const [run, { parameters }] = begin(RECALL_CONFIG);

  it('asks for the first symbol at the end', () => {
    const result = createProbe(run, { text: 'C 1 2 3 ?', lossStep: null })(parameters);
    expect(result?.tokens.map(({ text }) => text).join('')).toBe('C123?');
    expect(result?.target).toBe(2);
    expect(result?.loss).toBeCloseTo(-Math.log(result?.probabilities[4 * run.network.classes + 2] ?? 0), 10);
  });
});
