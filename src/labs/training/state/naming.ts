/** A number that no name begins with yet: one above the highest. */
export function nextNumber(names: readonly string[]): number {
  const numbers = names.map((name) => Number(/^\d+/.exec(name)?.[0] ?? 0));
  return Math.max(0, ...numbers) + 1;
}

/** A name that none of the others has: with a number behind it where need be. */
export function uniqueName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted} (${number})`)) number++;
  return `${wanted} (${number})`;
}
