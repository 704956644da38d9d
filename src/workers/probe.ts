import { symbolsOf } from '../models/language/next-symbol.ts';
import { type ProbedSentence, probeSentence } from '../models/language/probe.ts';
import { readRecall } from '../models/recall/recall.ts';
import { tokenize } from '../models/text/tokenize.ts';
import { encode, UNKNOWN_ID } from '../models/text/vocabulary.ts';
import type { PreparedRun } from './prepare.ts';
import type { Probe, ProbeResult } from './protocol.ts';

/** The longest sentence whose every gate is computed, drawn and sent while training. */
export const MAX_PROBE_TOKENS = 64;

interface ReadProbe {
  readonly tokens: ProbeResult['tokens'];
  /** Tokens before the sentence was shortened. */
  readonly asked: number;
  readonly target: number | null;
}

/**
 * Reads the sentence once; what comes back computes it under any parameters. Null for a sentence without tokens, and for
 * generated tasks: their sequences are read in the page.
 */
export function createProbe(
  run: PreparedRun,
  probe: Probe | null,
): (parameters: Float64Array) => ProbeResult | null {
  const read = probe && readProbe(run, probe.text);
  if (!read || read.tokens.length === 0) return () => null;
  const shape = symbolsOf(run.network);
  const ids = Int32Array.from(read.tokens, ({ id }) => id);
  const lossStep = probe.lossStep;
  const isLast = lossStep === null || lossStep >= ids.length - 1;
  const options = read.target !== null && isLast ? { lossStep, target: read.target } : { lossStep };
  return (parameters) => {
    const probed = probeSentence(shape, parameters, ids, options);
    return probed && { tokens: read.tokens, asked: read.asked, ...withoutParameterGradients(probed) };
  };
}

function withoutParameterGradients({ parameterGradients: _large, ...rest }: ProbedSentence) {
  return rest;
}

function readProbe(run: PreparedRun, text: string): ReadProbe | null {
  const { task } = run.config;
  if (task.kind === 'generated') return null;
  if (task.kind === 'recall') {
    const { ids, target } = readRecall(text, task.symbols);
    const tokens = [...ids].map((id) => ({ text: run.info.vocabulary[id] ?? '', id, known: true }));
    return shorten(tokens, ids.length > MAX_PROBE_TOKENS ? null : target);
  }
  const texts = tokenize(text, task);
  const ids = run.vocabulary ? encode(run.vocabulary, texts) : new Int32Array(texts.length);
  const tokens = texts.map((token, i) => {
    const id = ids[i] ?? UNKNOWN_ID;
    return { text: token, id, known: id !== UNKNOWN_ID };
  });
  return shorten(tokens, null);
}

function shorten(tokens: ProbeResult['tokens'], target: number | null): ReadProbe {
  return { tokens: tokens.slice(0, MAX_PROBE_TOKENS), asked: tokens.length, target };
}
