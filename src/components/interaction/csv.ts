export type CsvValue = string | number | null;

/** A spreadsheet runs text that begins like this; an apostrophe keeps it text (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function text(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const field = (value: CsvValue): string =>
  value === null ? '' : typeof value === 'number' ? String(value) : text(value);

/** Rows as RFC 4180 CSV. Numbers keep all their digits; text that a spreadsheet would run as a formula is defused. */
export function toCsv(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** Rows for pasting into a spreadsheet: tabs and line breaks inside a value become spaces. */
export function toTsv(rows: readonly (readonly CsvValue[])[]): string {
  const cell = (value: CsvValue) => {
    if (typeof value !== 'string') return value === null ? '' : String(value);
    const flat = value.replace(/[\t\r\n]+/g, ' ');
    return FORMULA.test(flat) ? `'${flat}` : flat;
  };
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}
