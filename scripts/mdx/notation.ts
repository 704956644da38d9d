import type { TermId } from '../../src/components/prose/terms.ts';

/** Whose letters an equation speaks: Ng's course, or the usual textbook's. */
export const NOTATIONS = ['ng', 'textbook'] as const;
export type Notation = (typeof NOTATIONS)[number];

interface Letter {
  readonly term: TermId | null;
  /** Its first argument is the layer of a stack, before the time: `\lay{l}{t-1}` is a^[l]⟨t−1⟩ or h^[l]_{t−1}. */
  readonly layered?: true;
  /** In this notation it is what the letter leaves of 1: (1 − z_t). */
  readonly complement?: Notation;
  readonly ng: string;
  readonly textbook: string;
}

/** Macros whose letter depends on the notation. Each may be followed by a time: `\hid{t-1}` is a^⟨t−1⟩ or h_{t−1}. */
const LETTERS: Readonly<Record<string, Letter>> = {
  '\\Gu': { term: 'update', ng: '\\Gamma_u', textbook: 'i' },
  '\\Gf': { term: 'forget', ng: '\\Gamma_f', textbook: 'f' },
  '\\Go': { term: 'output', ng: '\\Gamma_o', textbook: 'o' },
  '\\Gr': { term: 'reset', ng: '\\Gamma_r', textbook: 'r' },
  // A GRU's gate as each notation has it. Ng's Γ_u says how much is written, the z of PyTorch and Keras how much is kept, so
  // z = 1 − Γ_u: an equation that speaks of the two shares, and not of the gate, is right in both.
  '\\Gz': { term: 'update', ng: '\\Gamma_u', textbook: 'z' },
  '\\Gwrite': { term: 'update', ng: '\\Gamma_u', textbook: 'z', complement: 'textbook' },
  '\\Gkeep': { term: 'update', ng: '\\Gamma_u', textbook: 'z', complement: 'ng' },
  // Its state, c in Ng's simplified GRU, is the hidden state; the candidate takes its letter.
  '\\mem': { term: 'hidden', ng: 'c', textbook: 'h' },
  '\\newmem': { term: 'candidate', ng: '\\tilde{c}', textbook: '\\tilde{h}' },
  '\\Wz': { term: null, ng: 'W_u', textbook: 'W_z' },
  '\\bz': { term: null, ng: 'b_u', textbook: 'b_z' },
  '\\sm': { term: null, ng: 'c', textbook: 'h' },
  '\\cand': { term: 'candidate', ng: '\\tilde{c}', textbook: '\\tilde{c}' },
  '\\cell': { term: 'cell', ng: 'c', textbook: 'c' },
  '\\hid': { term: 'hidden', ng: 'a', textbook: 'h' },
  '\\lay': { term: 'hidden', layered: true, ng: 'a', textbook: 'h' },
  '\\inp': { term: 'input', ng: 'x', textbook: 'x' },
  // What the network should have said.
  '\\tgt': { term: null, ng: 'y', textbook: 'y' },
  // What comes back along the cell from the step after.
  '\\carried': { term: null, ng: '\\delta', textbook: '\\delta' },
  '\\yhat': { term: 'prediction', ng: '\\hat{y}', textbook: '\\hat{y}' },
  // The LSTM's update gate is the textbook's input gate, so its weights change their index too.
  '\\Wu': { term: null, ng: 'W_u', textbook: 'W_i' },
  '\\bu': { term: null, ng: 'b_u', textbook: 'b_i' },
  // Subscripts alone: z_{\uu}, W_{f\sa}.
  '\\uu': { term: null, ng: 'u', textbook: 'i' },
  '\\sa': { term: null, ng: 'a', textbook: 'h' },
};

/** Time as the notation writes it: ⟨t⟩ above, or t below; nothing when no time is given. */
function withTime(letter: string, time: string, notation: Notation, layer: string): string {
  const above = layer === '' ? '' : `[${layer}]`;
  if (time === '') return above === '' ? letter : `{${letter}}^{${above}}`;
  if (notation === 'ng') return `{${letter}}^{${above}\\langle ${time} \\rangle}`;
  return above === '' ? `${letter}_{${time}}` : `{${letter}}_{${time}}^{${above}}`;
}

/** TeX of one letter, marked with its term. */
function letterTex(letter: Letter, time: string, notation: Notation, layer: string): string {
  const body = withTime(letter[notation], time, notation, layer);
  const linked = letter.term ? `\\term{${letter.term}}{${body}}` : body;
  return letter.complement === notation ? `(1 - ${linked})` : linked;
}

/** The part of KaTeX's macro expander that a macro function uses. */
interface MacroContext {
  future(): { readonly text: string };
  /** Tokens of each argument, last token first. */
  consumeArgs(count: number): readonly (readonly { readonly text: string }[])[];
}

function readTime(context: MacroContext): string {
  if (context.future().text !== '{') return '';
  const tokens = context.consumeArgs(1)[0] ?? [];
  return tokens
    .map((token) => token.text)
    .reverse()
    .join(' ')
    .trim();
}

/**
 * KaTeX macros of one notation: `\term{id}{…}` marks a linked term, the letters above write themselves. A fresh object for
 * every equation, because KaTeX writes `\gdef`s into it.
 */
export function notationMacros(
  notation: Notation,
): Record<string, string | ((context: MacroContext) => string)> {
  const letters = Object.entries(LETTERS).map(([name, letter]) => [
    name,
    (context: MacroContext) => {
      const layer = letter.layered ? readTime(context) : '';
      return letterTex(letter, readTime(context), notation, layer);
    },
  ]);
  return { '\\term': '\\htmlData{term=#1}{#2}', ...Object.fromEntries(letters) };
}

const USES_LETTERS = new RegExp(
  `(?:${Object.keys(LETTERS)
    .map((name) => `\\${name}`)
    .join('|')})(?![A-Za-z])`,
);

/** Whether an equation reads differently in the two notations. */
export const usesNotation = (tex: string): boolean => USES_LETTERS.test(tex);
