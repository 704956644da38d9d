import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { bpttMessages } from '../src/i18n/messages/bptt.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { MODEL_TABLE, type ModelSettings, modelConfig } from '../src/instruments/bptt/model-settings.ts';
import { formatSmall } from '../src/instruments/bptt/numbers.ts';
import { type Reading, readSentence } from '../src/instruments/bptt/reading.ts';
import { symbolsOf } from '../src/models/language/next-symbol.ts';
import { sumOverLosses } from '../src/models/language/through-time.ts';
import { fallbackState } from '../src/url/fragment.ts';
import { createJsTrainer } from '../src/workers/js-trainer.ts';
import { prepareRun } from '../src/workers/prepare.ts';
import { freshStart } from '../src/workers/start.ts';
import { expect } from './support.ts';

type Locale = 'en' | 'zh';
type Code = MessageCode | keyof (typeof bpttMessages)['en'];
const DEFAULTS = fallbackState(MODEL_TABLE);

/** The same network, trained here by the same trainer, and what it computes on the sentence. */
export async function reference(part: Partial<ModelSettings> = {}): Promise<Reading> {
  const settings = { ...DEFAULTS, ...part };
  const text =
    settings.corpus === 'own'
      ? settings.ownText
      : await readFile(`public/corpora/${settings.corpus}.txt`, 'utf8');
  const prepared = prepareRun(modelConfig(settings, text));
  if (!prepared.ok) throw new Error(prepared.failure.code);
  const { run } = prepared;
  const trainer = createJsTrainer(run, freshStart(run));
  for (let step = 0; step < settings.trained; step++) await trainer.step();
  const parameters = new Float64Array(run.layout.length);
  await trainer.snapshot(parameters);
  const network = {
    shape: symbolsOf(run.network),
    parameters,
    vocabulary: run.info.vocabulary,
    trained: settings.trained,
    trainingLoss: Number.NaN,
  };
  const reading = readSentence(network, settings.sentence);
  if (!reading) throw new Error('nothing to foretell');
  return reading;
}

/** The lesson, opened with one figure's state in the address, its network trained as far as it was asked. */
export async function open(
  page: Page,
  options: { locale?: Locale; figure?: string; fragment?: Record<string, string | number> } = {},
) {
  const { locale = 'en', figure = 'through', fragment } = options;
  const strings = Object.entries(fragment ?? {}).map(([key, value]) => [key, String(value)]);
  const hash = fragment ? `#${new URLSearchParams([['figure', figure], ...strings])}` : '';
  await page.goto(`/${locale}/lessons/bptt${hash}`);
  await settled(page);
  const say = (code: Code, values?: MessageValues) => translate<string>(locale, code, values, bpttMessages);
  const named = (id: string) => page.locator(`figure#${id}`);
  const through = named('through');
  const node = (kind: string, step: number, unit = 0) =>
    kind === 'loss'
      ? through.locator(`[data-node=loss][data-step="${step}"]`)
      : through.locator(`[data-node=${kind}][data-step="${step}"][data-unit="${unit}"]`);
  return { page, say, named, through, sums: named('sums'), check: named('check'), cost: named('cost'), node };
}

export async function settled(page: Page): Promise<void> {
  await expect(page.locator('figure#through').getByRole('gridcell').first()).toBeVisible();
  await expect(page.getByTestId('bptt-status')).toHaveAttribute('data-busy', 'false');
}

/** Texts of all nodes of the first figure, by kind, step and unit. */
export const printed = (page: Page) =>
  page.locator('figure#through [data-node]').evaluateAll((nodes) =>
    nodes.map((node) => ({
      kind: node.getAttribute('data-node'),
      step: Number(node.getAttribute('data-step')),
      unit: Number(node.getAttribute('data-unit')),
      text: node.querySelector('text')?.textContent ?? '',
    })),
  );

export function expectedText(
  { through }: Reading,
  at: { kind: string | null; step: number; unit: number },
  loss: number,
): string {
  const { shape, losses, trace, reach } = through;
  if (at.kind === 'loss') return formatSmall(losses[at.step] ?? Number.NaN);
  if (at.kind === 'state')
    return formatSmall(trace.values.hidden?.[at.step * shape.hidden + at.unit] ?? Number.NaN);
  const kept = (i: number) => loss === 0 || i === loss - 1;
  return formatSmall(sumOverLosses(through, reach, at.step, kept)[at.unit] ?? Number.NaN);
}
