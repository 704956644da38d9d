import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { type Checkpoint, readCheckpoint } from '../src/workers/checkpoint.ts';
import { expect } from './support.ts';

export type PinnedTier = 'js' | 'wasm' | 'webgpu';
export type Fragment = Readonly<Record<string, string | number>>;

/** A text and a network small enough for a software adapter; characters, so that every sentence is known. */
export const TEXT = 'the whale saw the sea. the sea saw the whale. a whale is a whale, said the captain. ';
export const TINY: Fragment = {
  text: 'own',
  own: TEXT,
  h: 6,
  batch: 4,
  T: 8,
  level: 'character',
  say: 'the sea saw',
  loss: 0,
  t: 4,
};

export interface Opening {
  readonly locale?: Locale;
  /** Absent: whatever the machine chooses. */
  readonly tier?: PinnedTier;
  /** Absent: the lesson as it opens by itself. */
  readonly fragment?: Fragment | string;
}

/** A figure as its file holds it. */
export interface SavedFigure {
  readonly path: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly checkpoint: Checkpoint;
}

/** One printed value of the net. */
export interface PrintedCell {
  readonly role: string;
  readonly step: number;
  readonly name: string;
  readonly text: string;
  readonly held: boolean;
}

/** The lesson's live figure, by what a reader sees and hears of it. */
export interface Live {
  readonly page: Page;
  readonly locale: Locale;
  readonly figure: Locator;
  say(code: MessageCode, values?: MessageValues): string;
  button(code: MessageCode, values?: MessageValues): Locator;
  field(code: MessageCode): Locator;
  cell(role: string, step: number): Locator;
  cells(): Promise<readonly PrintedCell[]>;
  step(): Promise<number>;
  /** Waits until it stands, at rest, at this step. */
  expectAt(step: number): Promise<void>;
  pause(): Promise<number>;
  once(): Promise<void>;
  detail(): Locator;
  notice(code: MessageCode, values?: MessageValues): Locator;
  export(format: 'csv' | 'svg' | 'png' | 'file'): Promise<Download>;
  save(): Promise<SavedFigure>;
  /** Presses Link; the address that it made. */
  link(): Promise<string>;
}

export function lessonAddress({ locale = 'en', tier, fragment }: Opening): string {
  const query = tier ? `?backend=${tier}` : '';
  const hash =
    fragment === undefined
      ? ''
      : typeof fragment === 'string'
        ? fragment
        : `#${new URLSearchParams({ figure: 'live', ...strings(fragment) })}`;
  return `/${locale}/lessons/lstm${query}${hash}`;
}

const strings = (fragment: Fragment): Record<string, string> =>
  Object.fromEntries(Object.entries(fragment).map(([key, value]) => [key, String(value)]));

/** Opens the lesson and waits for the first numbers. */
export async function openLive(page: Page, opening: Opening = {}): Promise<Live> {
  const live = liveFigure(page, opening.locale ?? 'en');
  await page.goto(lessonAddress(opening));
  // A software adapter compiles every shader on the CPU, which other tests want as well.
  const patience = opening.tier === 'webgpu' ? { timeout: 60_000 } : {};
  await expect(live.figure.getByRole('gridcell').first()).toBeVisible(patience);
  return live;
}

export function liveFigure(page: Page, locale: Locale): Live {
  const figure = page.locator('figure#live');
  const say: Live['say'] = (code, values) => translate(locale, code, values);
  const button: Live['button'] = (code, values) =>
    figure.getByRole('button', { name: say(code, values), exact: true });
  const step = async () => lastNumber(await figure.getByTestId('place').innerText());
  // The button answers at once; a step that is under way on a GPU still ends. At rest is what the worker says.
  const expectRest = async () => {
    await expect(button('train.start')).toBeEnabled();
    await expect(figure.locator('[data-at-rest=true]')).toBeVisible();
  };
  const download: Live['export'] = async (format) => {
    await button('figure.export').click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      button(`figure.export.${format}`).click(),
    ]);
    return file;
  };
  return {
    page,
    locale,
    figure,
    say,
    button,
    step,
    field: (code) => figure.getByLabel(say(code), { exact: true }),
    cell: (role, at) => figure.locator(`[role=gridcell][data-term="${role}"][data-step="${at}"]`),
    cells: () => printedCells(figure),
    async expectAt(at) {
      await expectRest();
      await expect.poll(step).toBe(at);
    },
    async pause() {
      await button('train.pause').click();
      await expectRest();
      return settled(step);
    },
    async once() {
      const before = await step();
      await button('train.onceLabel').click();
      await expect.poll(step).toBe(before + 1);
    },
    detail: () => figure.getByRole('region', { name: say('figure.detail') }),
    notice: (code, values) => figure.getByRole('status').getByText(say(code, values)),
    export: download,
    async save() {
      const file = await download('file');
      return readSaved(await file.path());
    },
    async link() {
      await button('figure.link').click();
      await expect(figure.getByRole('status').filter({ hasText: new RegExp(shareWords(say)) })).toBeVisible();
      return page.url();
    },
  };
}

/** Either answer of the Link button: copied, or left in the address bar. */
function shareWords(say: Live['say']): string {
  const beginnings = (['share.copied', 'share.copyFailed'] as const).map(
    (code) => say(code, { what: '' }).split(/[.。，]/u)[0] ?? '',
  );
  return beginnings.join('|');
}

/** A number that does not change any more. */
async function settled(read: () => Promise<number>): Promise<number> {
  let last = Number.NaN;
  let still = 0;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await read();
        still = last === before ? still + 1 : 0;
        return still;
      },
      { intervals: [200] },
    )
    .toBeGreaterThan(2);
  return last;
}

export async function readSaved(path: string): Promise<SavedFigure> {
  const json = JSON.parse(await readFile(path, 'utf8'));
  const read = readCheckpoint(Uint8Array.from(Buffer.from(json.checkpoint, 'base64')));
  if (!read.ok) throw new Error(`the exported checkpoint is ${read.fault}`);
  return { path, settings: json.settings, checkpoint: read.checkpoint };
}

/** The last whole number in a text, written with or without separators. */
export function lastNumber(text: string): number {
  const found = text.match(/\d[\d,]*/g)?.at(-1) ?? 'NaN';
  return Number(found.replaceAll(',', ''));
}

/** All values of the net as they are named and drawn, in document order. */
function printedCells(figure: Locator): Promise<readonly PrintedCell[]> {
  return figure.locator('[role=gridcell][data-grid]').evaluateAll((elements) =>
    elements.map((element) => ({
      role: element.getAttribute('data-term') ?? '',
      step: Number(element.getAttribute('data-step')),
      name: element.getAttribute('aria-label') ?? '',
      text: element.querySelector('text')?.textContent ?? '',
      held: element.querySelectorAll('path').length > 0,
    })),
  );
}
