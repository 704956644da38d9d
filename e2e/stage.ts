import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locale.ts';
import { presenterMessages } from '../src/i18n/messages/presenter.ts';
import { type MessageValues, translate } from '../src/i18n/translate.ts';
import { expect } from './support.ts';

export type PresenterCode = keyof (typeof presenterMessages)['en'];

export const sayPresenter = (locale: Locale, code: PresenterCode, values?: MessageValues): string =>
  translate(locale, code, values, presenterMessages);

/** Either window of a talk, by what the speaker sees of it. */
export interface TalkWindow {
  readonly page: Page;
  readonly title: Locator;
  readonly counter: Locator;
  button(code: PresenterCode): Locator;
}

export const talkWindow = (page: Page, locale: Locale = 'en'): TalkWindow => ({
  page,
  title: page.locator('h1'),
  counter: page.getByTestId('counter'),
  button: (code) => page.getByRole('button', { name: sayPresenter(locale, code), exact: true }),
});

/** Opens the stage at a fragment and waits until something is on it. WASM: most stops stand at a step that has to be trained. */
export async function openStage(page: Page, hash = '', locale: Locale = 'en'): Promise<TalkWindow> {
  await page.goto(`/${locale}/present/lstm?backend=wasm${hash}`);
  await expect(page.locator('[data-on-stage]')).toBeVisible();
  return talkWindow(page, locale);
}

/** Presses N on the stage; the window that opens, once it shows the notes. */
export async function openNotes(context: BrowserContext, stage: TalkWindow): Promise<TalkWindow> {
  const [page] = await Promise.all([context.waitForEvent('page'), stage.page.keyboard.press('n')]);
  const notes = talkWindow(page);
  await expect(notes.counter).toBeVisible();
  return notes;
}
