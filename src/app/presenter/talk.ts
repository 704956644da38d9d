import type { Locale } from '../../i18n/locale.ts';
import type { LessonStop } from '../../instruments/link/stops.ts';
import type { FieldTexts } from '../../store/figure.ts';

/** A stop in one language, as both windows know it. */
export interface Stop {
  readonly id: string;
  /** Id of what it shows. */
  readonly at: string;
  readonly title: string;
  /** Paragraphs. */
  readonly notes: readonly string[];
  /** Planned length; null: not planned. */
  readonly minutes: number | null;
  /** Behind the end of the prepared talk: a figure that it leaves out. */
  readonly extra: boolean;
}

/** A figure as the lesson's page shows it. */
export interface FigureFacts {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
}

const paragraphs = (notes: string): readonly string[] =>
  notes
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

const prepared = (stop: LessonStop, locale: Locale): Stop => ({
  id: stop.id,
  at: stop.at,
  title: stop.title[locale],
  notes: paragraphs(stop.notes[locale]),
  minutes: stop.minutes ?? null,
  extra: false,
});

const derived = ({ id, title, caption }: FigureFacts, extra: boolean): Stop => ({
  id,
  at: id,
  title,
  notes: caption === '' ? [] : [caption],
  minutes: null,
  extra,
});

/**
 * The stops of a talk: those that the lesson has prepared, and behind them every figure that they leave out, in reading order.
 * Where nothing is prepared, the figures are the talk.
 */
export function composeTalk(
  stops: readonly LessonStop[],
  figures: readonly FigureFacts[],
  locale: Locale,
): readonly Stop[] {
  const shown = new Set(stops.flatMap(({ id, at }) => [id, at]));
  const left = figures.filter(({ id }) => !shown.has(id));
  return [
    ...stops.map((stop) => prepared(stop, locale)),
    ...left.map((figure) => derived(figure, stops.length > 0)),
  ];
}

/** Place of the last prepared stop; of the last one where nothing is prepared. */
export function lastPrepared(talk: readonly Stop[]): number {
  const beyond = talk.findIndex(({ extra }) => extra);
  return (beyond < 0 ? talk.length : beyond) - 1;
}

/** Which of the talk's stops an address means, and whether it named one that does not exist. */
export function findStop(
  talk: readonly Stop[],
  wanted: { readonly stop: string | null; readonly figure: string | null },
): { readonly index: number; readonly missing: string | null } {
  const byId = talk.findIndex(({ id }) => id === wanted.stop);
  if (byId >= 0) return { index: byId, missing: null };
  const byFigure = talk.findIndex(({ at }) => at === wanted.figure);
  return { index: Math.max(0, byFigure), missing: wanted.stop };
}

/**
 * What a figure is set to at a stop: each field that any stop of the figure names, as the nearest stop up to this one has it, or
 * at its fallback. So a stop shows the same however one has come to it, and what no stop names stays the speaker's.
 */
export function fieldsAt(stops: readonly LessonStop[], index: number, figure: string): FieldTexts {
  const mine = stops.map((stop, place) => ({ stop, place })).filter(({ stop }) => stop.at === figure);
  const all = mine.flatMap(({ stop }) => Object.keys(stop.state?.fields ?? {}));
  const untouched: FieldTexts = Object.fromEntries(all.map((key) => [key, null]));
  const reached = mine.filter(({ place }) => place <= index).map(({ stop }) => stop.state?.fields ?? {});
  return Object.assign({}, untouched, ...reached);
}

/** The fragment from which a figure starts when the talk opens at a stop; empty where the talk asks nothing of it. */
export function openingHash(stops: readonly LessonStop[], index: number, figure: string): string {
  // A figure whose turn is still to come waits as its first stop will want it.
  const first = stops.findIndex(({ at }) => at === figure);
  const fields = Object.entries(fieldsAt(stops, Math.max(index, first), figure));
  const said = fields.filter((field): field is [string, string] => field[1] !== null);
  return said.length === 0 ? '' : `#${new URLSearchParams([['figure', figure], ...said])}`;
}

/** Minutes planned up to the end of a stop; null where not every stop up to there has a plan. */
export function plannedUntil(talk: readonly Stop[], index: number): number | null {
  const minutes = talk.slice(0, index + 1).map((stop) => stop.minutes);
  return minutes.reduce<number | null>((sum, own) => (sum === null || own === null ? null : sum + own), 0);
}
