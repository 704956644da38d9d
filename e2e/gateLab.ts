import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import { gateLabMessages } from '../src/i18n/messages/gate-lab.ts';
import { gateLabPanelMessages } from '../src/i18n/messages/gate-lab-panels.ts';
import type { MessageCode } from '../src/i18n/messages/index.ts';
import { stackMessages } from '../src/i18n/messages/stack.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { readPrinted } from './lessonReference.ts';
import { expect } from './support.ts';

const own = {
  en: { ...gateLabMessages.en, ...gateLabPanelMessages.en, ...stackMessages.en },
  zh: { ...gateLabMessages.zh, ...gateLabPanelMessages.zh, ...stackMessages.zh },
};
type Own = keyof typeof own.en;
export type LabCode = MessageCode | Own;

/** The gate lab as a reader has it. */
export interface GateLab {
  readonly page: Page;
  readonly figure: Locator;
  say(code: LabCode, values?: MessageValues): string;
  button(code: LabCode, values?: MessageValues): Locator;
  radio(code: LabCode, values?: MessageValues): Locator;
  field(code: LabCode, values?: MessageValues): Locator;
  /** Numbers of a chain's table, row by row: the lanes of one unit. The table is open. */
  table(chain: string, unit: number): Promise<readonly (readonly number[])[]>;
}

export function gateLab(page: Page, locale: Locale): GateLab {
  const figure = page.locator('figure#gate');
  const say = (code: LabCode, values?: MessageValues): string => translate<Own>(locale, code, values, own);
  return {
    page,
    figure,
    say,
    button: (code, values) => figure.getByRole('button', { name: say(code, values), exact: true }),
    radio: (code, values) => figure.getByRole('radio', { name: say(code, values), exact: true }),
    field: (code, values) => figure.getByRole('textbox', { name: say(code, values), exact: true }),
    table: async (chain, unit) => {
      const name = say('gate.table', { chain, unit });
      const rows = figure.getByRole('region', { name, exact: true }).locator('tbody tr');
      await expect(rows.first()).toBeVisible();
      const texts = await rows.evaluateAll((all) =>
        all.map((row) =>
          Array.from(row.querySelectorAll('td'), (cell) => cell.firstChild?.textContent ?? ''),
        ),
      );
      return texts.map(([, ...cells]) => cells.map(readPrinted));
    },
  };
}

/** Opens the lab at settings of its link, with the reference's tier. */
export async function openGateLab(
  page: Page,
  settings: Readonly<Record<string, string | number>> = {},
  locale: Locale = 'en',
): Promise<GateLab> {
  const fields = Object.entries({ figure: 'gate', ...settings }).map(([key, value]) => [key, String(value)]);
  await page.goto(`/${locale}/labs/gate?backend=js#${new URLSearchParams(fields)}`);
  const lab = gateLab(page, locale);
  await expect(lab.figure.getByTestId('origin')).toBeVisible();
  return lab;
}
