const MINUS = '−';
const DIGITS: Readonly<Record<string, string>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};

/** A number as a power of ten, with so many decimals: 10⁻³, 4·10⁻⁵, 4.2·10⁻⁵. */
export function powerTick(value: number, decimals = 0): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  const [digits, power] = value.toExponential(decimals).split('e') as [string, string];
  const raised = [...String(Number(power))].map((sign) => DIGITS[sign] ?? sign).join('');
  return digits === '1' ? `10${raised}` : `${digits}·10${raised}`;
}

/** A perplexity: from 1 to infinity. */
export function perplexityText(value: number, digits: number): string {
  return value < 10_000 ? value.toFixed(digits) : powerTick(value, 1);
}

/** Width of a character in halves of a Chinese one. */
const widthOf = (character: string): number => (/[\u2e80-\uffef]/u.test(character) ? 2 : 1);

/** The beginning of a token that fits a narrow column. */
export function shortened(token: string, most = 7): string {
  let [width, end] = [0, 0];
  for (const character of token) {
    width += widthOf(character);
    if (width > most) return `${token.slice(0, end)}…`;
    end += character.length;
  }
  return token;
}
