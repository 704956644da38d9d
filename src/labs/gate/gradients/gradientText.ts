/** A gradient with five decimals, or with four figures where those would say little; – where there is none. */
export function gradientText(value: number | undefined): string {
  if (value === undefined) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  const plain = size >= 1e-3 && size < 1000 ? value.toFixed(5) : value.toExponential(3);
  return plain.replaceAll('-', '−');
}
