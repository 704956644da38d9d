// @ts-check
/**
 * Puts `content` between `<!-- bench:name -->` and `<!-- /bench:name -->`, in place of what stood there. Throws when the text
 * does not have both, in this order.
 * @param {string} text
 * @param {string} name
 * @param {string} content
 */
export function replaceBetweenMarkers(text, name, content) {
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new Error(`There is no ${open} … ${close} to write the table into.`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}
