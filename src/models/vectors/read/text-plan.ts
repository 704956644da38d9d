/** What the first lines of a text of vectors say about all of it. */
export interface TextPlan {
  /** d. */
  readonly dimensions: number;
  /** V and d of a header, as it has them; null: there is none. */
  readonly header: { readonly rows: number; readonly dimensions: number } | null;
  /** Every field is a number: words stand in another file. */
  readonly isBare: boolean;
  /** Bytes of a line, about. */
  readonly width: number;
}

/** Longest row that is believed. */
export const MOST_DIMENSIONS = 2 ** 16;
/** Lines that are looked at. */
const LINES = 200;
const HEADER = /^\d{1,15}[ \t]+\d{1,9}[ \t\r]*$/;
/** Digits in one way only: a pattern that could share them out would take n² steps over n of them. */
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
/** As C and Python write what is no number; with the same signs about it. */
const NO_NUMBER = /^[+-]?(nan(\(\w*\))?|inf(inity)?|1\.#(ind|inf|qnan)\d*)$/i;

export const isDecimal = (field: string): boolean => DECIMAL.test(field);
/** Stands where a number ought to: one, or what programs write in place of one. */
export const isNumeric = (field: string): boolean => DECIMAL.test(field) || NO_NUMBER.test(field);

/** Fields of a line, between spaces and tabs. */
export function fieldsOf(line: string): readonly string[] {
  return line.split(/[ \t\r]+/).filter((field) => field !== '');
}

/** Null: these are no lines of words and numbers. `lines` are whole ones, the first of the file. */
export function planText(lines: readonly string[]): TextPlan | null {
  const seen = lines.slice(0, LINES);
  const header = headerOf(seen);
  const body = (header ? seen.slice(1) : seen).filter((line) => line.trim() !== '');
  if (header && body.length === 0)
    return { dimensions: Math.max(1, header.dimensions), header, isBare: false, width: 2 };
  const shapes = body.map(shapeOf);
  const isBare = shapes.length > 0 && shapes.every((shape) => shape.isBare) && isMatrix(shapes, body, header);
  const dimensions = usual(
    shapes.map(({ fields, numbers }) => (isBare ? fields : numbers)),
    header?.dimensions,
  );
  const least = header || isBare ? 1 : 2;
  if (dimensions === null || dimensions < least || dimensions > MOST_DIMENSIONS) return null;
  const width = body.reduce((sum, line) => sum + line.length + 1, 0) / body.length;
  return { dimensions, header, isBare, width };
}

/** Two whole numbers alone in the first line, unless all other lines are such too. */
function headerOf(lines: readonly string[]): TextPlan['header'] {
  const [first = '', second] = lines;
  if (!HEADER.test(first)) return null;
  const [rows = 0, dimensions = 0] = fieldsOf(first).map(Number);
  if (second === undefined) return { rows, dimensions };
  const numbers = fieldsOf(second).length - 1;
  return numbers === 1 && dimensions !== 1 ? null : { rows, dimensions };
}

interface Shape {
  readonly fields: number;
  /** Numbers behind the word. */
  readonly numbers: number;
  /** The word could be a number too. */
  readonly isBare: boolean;
}

function shapeOf(line: string): Shape {
  const fields = fieldsOf(line);
  let numeric = 0;
  while (numeric < fields.length && isNumeric(fields[fields.length - 1 - numeric] ?? '')) numeric++;
  const isBare = numeric === fields.length;
  return { fields: fields.length, numbers: isBare ? numeric - 1 : numeric, isBare };
}

/** Numbers alone: as many as the header says; without one, between tabs, or such as are nobody's words in the first column. */
function isMatrix(shapes: readonly Shape[], lines: readonly string[], header: TextPlan['header']): boolean {
  if (header) return shapes.every(({ fields }) => fields === header.dimensions);
  const odd = lines.filter((line) => line.includes('\t') || /^\s*(-|\+|\d*\.|\d+e)/i.test(line));
  return odd.length > lines.length / 2;
}

/** What occurs most often, the header's word where that is as good as any; null: nothing does. */
function usual(values: readonly number[], said: number | undefined): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if (said !== undefined && counts.get(said) === most) return said;
  const best = [...counts].filter(([, count]) => count === most).map(([value]) => value);
  return best.length === 0 ? null : Math.max(...best);
}
