import type { Locale } from '../../i18n/locale.ts';
import type { Table } from '../../url/fragment.ts';

type Bilingual = Readonly<Record<Locale, string>>;

/** What a stop wants of its figure: fields of the figure's link. */
export interface StopState {
  /** As a link spells them, by their keys in it; null: the field's fallback. */
  readonly fields: Readonly<Record<string, string | null>>;
  /** Fields whose value a link could not carry. */
  readonly faults: readonly string[];
}

/** A place of a talk about a lesson or a lab: one thing on the screen, and what to say about it. */
export interface LessonStop {
  /** Names the stop in links: lower case, digits, hyphens. */
  readonly id: string;
  /** Id of a figure, a checkpoint or a `<Board>` of the page. */
  readonly at: string;
  /**
   * What the figure is set to. What a stop does not name stays as at the stop before; what only later stops name is as the
   * figure opens.
   */
  readonly state?: StopState;
  /** Planned length. */
  readonly minutes?: number;
  /** One line, read from the last row. */
  readonly title: Bilingual;
  /** What the speaker reads: paragraphs, parted by an empty line. */
  readonly notes: Bilingual;
}

function spell<T extends object, K extends keyof T>(table: Table<T>, field: K, value: T[K]): string | null {
  const { codec } = table[field];
  return codec.equal(value, codec.fallback) ? null : codec.write(value);
}

/** Whether a link that carries this text gives the value back. */
function isCarried<T extends object, K extends keyof T>(table: Table<T>, field: K, value: T[K]): boolean {
  const { codec } = table[field];
  const text = spell(table, field, value);
  if (text === null) return true;
  const { value: found, problem } = codec.read(text, codec.fallback);
  return problem === null && codec.write(found) === text && codec.equal(found, value);
}

/** The state of a stop, in the terms of its figure's own link: `showing(LIVE_TABLE, { at: 3, lane: 'forget' })`. */
export function showing<T extends object>(table: Table<T>, settings: Partial<T>): StopState {
  const named = (Object.keys(settings) as (keyof T)[]).flatMap((field) => {
    const value = settings[field];
    return value === undefined || !(field in table) ? [] : [{ field, value: value as T[keyof T] }];
  });
  return {
    fields: Object.fromEntries(
      named.map(({ field, value }) => [table[field].key, spell(table, field, value)]),
    ),
    faults: named
      .filter(({ field, value }) => !isCarried(table, field, value))
      .map(({ field, value }) => `${String(field)} = ${JSON.stringify(value)}`),
  };
}
