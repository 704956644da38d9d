import type { Term } from '../../store/vectors-state.ts';
import { type Token, tokensOf } from './expression-tokens.ts';

/** A term of an expression, and where its word stands in the text: characters [start, end), quotation marks included. */
export interface PlacedTerm extends Term {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with an expression: `at` is the place in the text, from 0, `found` what stands there ('' at the end). */
export interface ExpressionFault {
  readonly code:
    | 'empty'
    | 'word-wanted'
    | 'sign-wanted'
    | 'number-wanted'
    | 'unclosed'
    | 'empty-quotes'
    | 'bracket'
    | 'zero'
    | 'large'
    | 'too-many';
  readonly at: number;
  readonly found: string;
}

export type Expression =
  | { readonly ok: true; readonly terms: readonly PlacedTerm[] }
  | { readonly ok: false; readonly fault: ExpressionFault };

/** Most terms of one expression. */
export const MOST_TERMS = 24;
/** Largest size of a weight: beyond it the other terms are lost in rounding. */
export const LARGEST_WEIGHT = 1000;

const NUMBER = /^(?:\d+(?:\.\d*)?|\.\d+)$/;

/** A fault on its way out of the parser; it never leaves this module. */
class Fault extends Error {
  readonly fault: ExpressionFault;
  constructor(code: ExpressionFault['code'], token: Token) {
    super(code);
    this.fault = { code, at: token.start, found: token.raw };
  }
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

const peek = ({ tokens, at }: Reader, ahead = 0): Token =>
  tokens[Math.min(at + ahead, tokens.length - 1)] as Token;

const isWeight = (token: Token): boolean => token.kind === 'bare' && NUMBER.test(token.text);
const isWord = ({ kind }: Token): boolean => kind === 'bare' || kind === 'quoted';

/** A number is a weight where a word follows it, and else a word: "2 paris", but "1984 − war". */
function readWeight(reader: Reader): number {
  const [first, next] = [peek(reader), peek(reader, 1)];
  if (!isWeight(first) || !(isWord(next) || next.kind === 'times')) return 1;
  const weight = Number(first.text);
  if (weight === 0) throw new Fault('zero', first);
  if (weight > LARGEST_WEIGHT) throw new Fault('large', first);
  reader.at += next.kind === 'times' ? 2 : 1;
  return weight;
}

function readWord(reader: Reader): Token {
  const token = peek(reader);
  if (token.kind === 'times') throw new Fault('number-wanted', token);
  if (token.kind === 'unclosed') throw new Fault('unclosed', token);
  if (token.kind === 'bracket') throw new Fault('bracket', token);
  if (!isWord(token)) throw new Fault('word-wanted', token);
  if (token.text === '') throw new Fault('empty-quotes', token);
  reader.at++;
  return token;
}

/** What may stand behind a term: a sign, or nothing. */
function expectSign(token: Token): void {
  if (token.kind === 'sign' || token.kind === 'end') return;
  if (token.kind === 'unclosed') throw new Fault('unclosed', token);
  if (token.kind === 'bracket') throw new Fault('bracket', token);
  if (token.kind === 'times') throw new Fault('number-wanted', token);
  throw new Fault('sign-wanted', token);
}

function readTerms(reader: Reader): readonly PlacedTerm[] {
  const terms: PlacedTerm[] = [];
  while (peek(reader).kind !== 'end' || terms.length === 0) {
    const head = peek(reader);
    const sign = head.kind === 'sign' && head.text === '-' ? -1 : 1;
    if (head.kind === 'sign') reader.at++;
    const weight = readWeight(reader);
    const { text, start, end } = readWord(reader);
    if (terms.length === MOST_TERMS) throw new Fault('too-many', head);
    terms.push({ word: text, weight: sign * weight, start, end });
    expectSign(peek(reader));
  }
  return terms;
}

/**
 * Reads "king − man + woman", "2 paris - france + 日本", "\"new york\" − 0.5 × city". Signs are +, -, −, – and their full-width forms;
 * a hyphen inside a word belongs to it, except between Chinese characters; a number before a word is its weight; quotation marks
 * hold words with blanks or signs.
 */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text);
  if (tokens.length === 1) return { ok: false, fault: { code: 'empty', at: 0, found: '' } };
  try {
    return { ok: true, terms: readTerms({ tokens, at: 0 }) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** Whether a word read bare is this one word again. */
function isBare(word: string): boolean {
  const [first, second] = tokensOf(word);
  return first?.kind === 'bare' && first.text === word && second?.kind === 'end' && !NUMBER.test(word);
}

export const quoteWord = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/** A word as an expression has it: in quotation marks where it would be read otherwise. */
export const writeWord = (word: string): string => (isBare(word) ? word : quoteWord(word));

/** Terms as an expression, with true minus signs. */
export function writeExpression(terms: readonly Term[]): string {
  return terms
    .map(({ word, weight }, i) => {
      const sign = weight < 0 ? '−' : i > 0 ? '+' : '';
      const size = Math.abs(weight);
      const number = size === 1 ? '' : `${size} `;
      const gap = i > 0 ? ' ' : '';
      return `${gap}${sign}${gap}${number}${writeWord(word)}`;
    })
    .join('');
}

/** The text with another word in place of this term's. */
export const replaceWord = (text: string, { start, end }: PlacedTerm, word: string): string =>
  text.slice(0, start) + writeWord(word) + text.slice(end);

/** Two words that a hyphen without blanks has made one: "king-man" may have been meant as king − man. */
export function maybeDifference(word: string): readonly [string, string] | null {
  const at = word.search(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/u);
  return at < 0 ? null : [word.slice(0, at), word.slice(at + 1)];
}
