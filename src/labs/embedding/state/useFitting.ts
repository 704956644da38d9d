import { useEffect, useRef } from 'react';
import { parseExpression } from '../../../instruments/vector-panels/expression.ts';
import { PANEL_TEXTS } from '../../../instruments/vector-panels/settings.ts';
import { readPairs, readWords } from '../../../instruments/vector-panels/word-lists.ts';
import type { VectorSet } from '../../../store/vectors-state.ts';
import type { EmbeddingSettings } from './settings.ts';

const MOST = 100;
const ANALOGY_WORDS = ['a', 'b', 'c'] as const;

type Worded = (typeof PANEL_TEXTS)[number];

/** Words that a text of the settings asks for. */
function wordsOf(field: Worded, text: string): readonly string[] {
  if (field === 'expression') {
    const expression = parseExpression(text);
    return expression.ok ? expression.terms.map(({ word }) => word) : [];
  }
  if (field === 'pairs') return readPairs(text, MOST).pairs.flat();
  if (field === 'word' || field === 'left' || field === 'right') return [text];
  return readWords(text, { most: MOST, characters: false });
}

/** Words of everything that the reader has set, by field. */
export function askedWords(settings: EmbeddingSettings): ReadonlyMap<string, readonly string[]> {
  const texts = PANEL_TEXTS.flatMap((field) => {
    const text = settings[field];
    return text === null ? [] : [[field, wordsOf(field, text)] as const];
  });
  const words = ANALOGY_WORDS.flatMap((field) =>
    settings[field] === '' ? [] : [[field, [settings[field]]] as const],
  );
  return new Map<string, readonly string[]>([...texts, ...words]);
}

/** What goes back to the set's examples because the set lacks one of its words; of an analogy, all three. */
export function unfitting(
  settings: EmbeddingSettings,
  missing: readonly string[],
): Partial<EmbeddingSettings> {
  const lacks = [...askedWords(settings)]
    .filter(([, words]) => words.some((word) => missing.includes(word)))
    .map(([field]) => field);
  const texts = PANEL_TEXTS.filter((field) => lacks.includes(field)).map((field) => [field, null]);
  const isAnalogy = ANALOGY_WORDS.some((field) => lacks.includes(field));
  return { ...Object.fromEntries(texts), ...(isAnalogy ? { a: '', b: '', c: '' } : {}) };
}

/** When another set takes the place of an open one, questions about words that it lacks become its own examples. */
export function useFitting(
  set: VectorSet | null,
  settings: EmbeddingSettings,
  change: (part: Partial<EmbeddingSettings>) => void,
): void {
  const last = useRef<string | null>(null);
  const latest = useRef(settings);
  latest.current = settings;
  useEffect(() => {
    if (!set || set.isPartial) return;
    const before = last.current;
    last.current = set.info.id;
    if (before === null || before === set.info.id) return;
    const words = [...new Set([...askedWords(latest.current).values()].flat())];
    if (words.length === 0) return;
    const asked = set.ask({ kind: 'rows', words, first: 0, centred: false });
    asked.answer.then(
      (answer) => answer && change(unfitting(latest.current, answer.missing)),
      // The panels say themselves what the worker failed at.
      () => {},
    );
    return asked.cancel;
  }, [set, change]);
}
