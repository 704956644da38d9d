import { LOCALES, type Locale } from '../i18n/locale.ts';
import { isPlanned, type LessonMeta, PLANNED_SLUGS } from './schema.ts';
import type { LessonStop } from './stops.ts';

/** A lesson folder as read from disk; `meta` is whatever lesson.ts exports as `lesson`. */
export interface LessonSource {
  readonly slug: string;
  readonly meta: unknown;
  /** Text of en.mdx and zh.mdx; null: there is no such file. */
  readonly pages: Readonly<Record<Locale, string | null>>;
  /** Texts of the components that only this lesson draws: some name a figure. */
  readonly figures: readonly string[];
  /** Whatever stops.ts exports as `stops`; undefined: there is no such file. */
  readonly stops: unknown;
}

type Known = LessonSource & { readonly meta: LessonMeta };
type Rule = (lesson: Known) => readonly string[];

const hasMeta = (lesson: LessonSource): lesson is Known =>
  typeof lesson.meta === 'object' && lesson.meta !== null;

const isPositiveInteger = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0;

/** Values that occur more than once. */
const repeated = <T>(values: readonly T[]): readonly T[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const slugIsPlanned: Rule = ({ slug, meta }) => {
  if (!isPlanned(slug)) return ['is not a planned lesson; schema.ts lists them'];
  const { part } = PLANNED_SLUGS[slug];
  return part === meta.part ? [] : [`says part "${meta.part}", but is planned in "${part}"`];
};

const orderInTens: Rule = ({ meta }) =>
  isPositiveInteger(meta.order) && meta.order % 10 === 0
    ? []
    : [`has order ${meta.order}; expected a positive multiple of 10`];

const speaksEveryLanguage: Rule = ({ meta, pages }) =>
  LOCALES.flatMap((locale) => [
    ...(pages[locale] === null ? [`has no ${locale}.mdx`] : []),
    ...(meta.title?.[locale]?.trim() ? [] : [`has no title in "${locale}"`]),
    ...(meta.summary?.[locale]?.trim() ? [] : [`has no summary in "${locale}"`]),
  ]);

const lastsAWhile: Rule = ({ meta }) =>
  isPositiveInteger(meta.minutes) ? [] : [`has minutes ${meta.minutes}; expected a whole number above 0`];

const prerequisitesExist: Rule = ({ slug, meta }) =>
  (meta.prerequisites ?? []).flatMap((name: string) => {
    if (name === slug) return ['names itself as a prerequisite'];
    return isPlanned(name) ? [] : [`has the unknown prerequisite "${name}"`];
  });

/** Ids of the checkpoints that a page writes out itself; figures may hold further ones. */
const checkpointsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<Checkpoint\b[^>]*?\bid="([^"]+)"/g)].map(([, id = '']) => id);

const checkpointsAgree: Rule = ({ meta, pages }) => {
  const listed = meta.checkpoints ?? [];
  const [en = '', zh = ''] = LOCALES.map((locale) => pages[locale] ?? '');
  const strangers = [...new Set([...checkpointsOf(en), ...checkpointsOf(zh)])].filter(
    (id) => !listed.includes(id),
  );
  const differ = en && zh && checkpointsOf(en).join() !== checkpointsOf(zh).join();
  return [
    ...repeated(listed).map((id) => `lists the checkpoint "${id}" twice`),
    ...strangers.map((id) => `has the checkpoint "${id}" on a page, but not in lesson.ts`),
    ...(differ ? ['has other checkpoints in en.mdx than in zh.mdx'] : []),
  ];
};

/** Ids of what a talk can show: figures, checkpoints, boards. */
const shownIn = (text: string): readonly string[] =>
  [...text.matchAll(/<(?:\w*Figure|Checkpoint|Board)\b[^>]*?\bid="([^"]+)"/g)].map(([, id = '']) => id);

/** Ids of all of them on a page are places of the one page: links and talks find by them. */
const placesAreUnique: Rule = ({ pages }) =>
  LOCALES.flatMap((locale) =>
    repeated(shownIn(pages[locale] ?? '')).map((id) => `has two places called "${id}" in ${locale}.mdx`),
  );

const isStop = (value: unknown): value is LessonStop =>
  typeof value === 'object' && value !== null && 'id' in value && 'at' in value;

/** What is wrong with one stop, after its name. */
function stopProblems(
  stop: LessonStop,
  shown: Readonly<Record<Locale, readonly string[]>>,
): readonly string[] {
  const { id, at, minutes, title, notes, state } = stop;
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? [] : ['is no name of lower-case letters, digits and hyphens']),
    ...LOCALES.flatMap((locale) => [
      ...(shown[locale].includes(at)
        ? []
        : [`shows "${at}", but no figure, checkpoint or board has that id in ${locale}`]),
      ...(title?.[locale]?.trim() ? [] : [`has no title in "${locale}"`]),
      ...(notes?.[locale]?.trim() ? [] : [`has no notes in "${locale}"`]),
    ]),
    ...(minutes === undefined || minutes > 0 ? [] : [`has minutes ${minutes}; expected a number above 0`]),
    ...(state?.faults ?? []).map((fault) => `wants ${fault}, which a link of its figure cannot carry`),
  ];
}

const stopsAreInOrder: Rule = ({ pages, figures, stops }) => {
  if (stops === undefined) return [];
  if (!Array.isArray(stops) || !stops.every(isStop) || stops.length === 0) {
    return ['has a stops.ts that exports no list of stops as `stops`'];
  }
  const drawn = figures.flatMap(shownIn);
  const shown = {
    en: [...shownIn(pages.en ?? ''), ...drawn],
    zh: [...shownIn(pages.zh ?? ''), ...drawn],
  };
  return [
    ...repeated(stops.map(({ id }) => id)).map((id) => `has the stop "${id}" twice`),
    ...stops.flatMap((stop) =>
      stopProblems(stop, shown).map((problem) => `has a stop "${stop.id}" that ${problem}`),
    ),
  ];
};

const controlsHaveOwnKeys: Rule = ({ meta }) =>
  repeated((meta.controls ?? []).map((control) => control.key)).map(
    (key) => `uses the URL key "${key}" twice`,
  );

const RULES: readonly Rule[] = [
  slugIsPlanned,
  orderInTens,
  speaksEveryLanguage,
  lastsAWhile,
  prerequisitesExist,
  checkpointsAgree,
  controlsHaveOwnKeys,
  placesAreUnique,
  stopsAreInOrder,
];

/** Orders that two lessons of a part share. */
const sharedOrders = (lessons: readonly Known[]): readonly string[] =>
  repeated(lessons.map(({ meta }) => `${meta.part} ${meta.order}`)).map((place) => {
    const there = lessons.filter(({ meta }) => `${meta.part} ${meta.order}` === place);
    return `${there.map(({ slug }) => slug).join(', ')}: the same part and order (${place})`;
  });

/** Slugs that would be one address: disks may tell capitals apart, hosts need not. */
const sharedSlugs = (lessons: readonly LessonSource[]): readonly string[] =>
  repeated(lessons.map(({ slug }) => slug.toLowerCase())).map((slug) => `${slug}: duplicate slug`);

/** Everything wrong with the lesson folders, a sentence each; none: they are in order. */
export function checkLessons(lessons: readonly LessonSource[]): readonly string[] {
  const known = lessons.filter(hasMeta);
  const nameless = lessons.filter((lesson) => !hasMeta(lesson));
  return [
    ...nameless.map(({ slug }) => `${slug}: no lesson.ts that exports \`lesson\``),
    ...sharedSlugs(lessons),
    ...sharedOrders(known),
    ...known.flatMap((lesson) =>
      RULES.flatMap((rule) => rule(lesson)).map((problem) => `${lesson.slug}: ${problem}`),
    ),
  ];
}
