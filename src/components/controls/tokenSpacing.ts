/** Marks that stand close behind a word, in front of one, and scripts that write without spaces. */
const CLOSE_BEHIND = /^[\p{Pe}\p{Pf}.,;:!?…%'’]/u;
const CLOSE_BEFORE = /[\p{Ps}\p{Pi}$#@]$/u;
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uffef“”‘’]/u;
const LINE_BREAK = /^\s+$/u;

/** Whether two tokens of a word-level text are written apart. The tokens do not say it: their spaces were dropped. */
export function needsSpace(before: string | undefined, token: string | undefined): boolean {
  if (before === undefined || token === undefined) return false;
  if (LINE_BREAK.test(before) || LINE_BREAK.test(token)) return false;
  if (CLOSE_BEHIND.test(token) || CLOSE_BEFORE.test(before)) return false;
  return !(WITHOUT_SPACES.test(before.at(-1) ?? '') || WITHOUT_SPACES.test(token.at(0) ?? ''));
}
