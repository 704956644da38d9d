import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { textsMessages } from '../src/i18n/messages/texts.ts';
import { translate } from '../src/i18n/translate.ts';
import { expect, rarely, test } from './support.ts';

type Locale = 'en' | 'zh';
type Code = keyof (typeof textsMessages)['en'];

/** Packed by another program: 诗/静夜思.txt in GB18030, 诗/notes.md, a picture, and what is hidden. */
const ARCHIVE = Buffer.from(
  'UEsDBBQAAAAIAAAAIVDDNr2RHgAAABkAAAANAAAAyqsvvrLSucu8LnR4dAEZAOb/tLLHsMP31MK54qOs0snKx7XYyc/LqqGjClBLAwQUAAAACAAAACFQ6/XQvQoAAAAI' +
    'AAAACwAAAMqrL25vdGVzLm1kU1bwyy9JLeYCAFBLAwQUAAAACAAAACFQcOazMQQAAAACAAAAEAAAAF9fTUFDT1NYLy5fYS50eHRjYAUAUEsDBBQAAAAIAAAAIVAfKKpn' +
    'BAAAAAIAAAALAAAALmhpZGRlbi50eHTLywcAUEsDBBQAAAAIAAAAIVClvutbBgAAAAQAAAAHAAAAcGljLnBuZ+sM8HMHAFBLAQIUAxQAAAAIAAAAIVDDNr2RHgAAABkA' +
    'AAANAAAAAAAAAAAAAACAAQAAAADKqy++stK5y7wudHh0UEsBAhQDFAAAAAgAAAAhUOv10L0KAAAACAAAAAsAAAAAAAAAAAAAAIABSQAAAMqrL25vdGVzLm1kUEsBAhQD' +
    'FAAAAAgAAAAhUHDmszEEAAAAAgAAABAAAAAAAAAAAAAAAIABfAAAAF9fTUFDT1NYLy5fYS50eHRQSwECFAMUAAAACAAAACFQHyiqZwQAAAACAAAACwAAAAAAAAAAAAAA' +
    'gAGuAAAALmhpZGRlbi50eHRQSwECFAMUAAAACAAAACFQpb7rWwYAAAAEAAAABwAAAAAAAAAAAAAAgAHbAAAAcGljLnBuZ1BLBQYAAAAABQAFACABAAAGAQAAAAA=',
  'base64',
);
const CHINESE = '# Notes\n床前明月光，疑是地上霜。\n';

const say = (locale: Locale, code: Code, values?: Record<string, string | number>) =>
  translate(locale, code, values, textsMessages);
const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** The gallery shows how long the text is that the component gave to whoever mounted it. */
async function open(page: Page, locale: Locale) {
  await page.goto(`/${locale}/gallery/texts-corpus`);
  const given = page.locator('output');
  return {
    given,
    pick: page.locator('input[type=file]'),
    facts: page.locator('summary').first(),
    alert: page.locator('[data-gallery-state]').getByRole('alert'),
    expectGiven: (text: string) => expect(given).toHaveText(String(text.length)),
  };
}

test('a text comes from a corpus, files, an archive, a drop, a paste, or what was kept', async ({ page }) => {
  const { pick, facts, alert, expectGiven } = await open(page, 'en');
  await expectGiven(readFileSync('public/corpora/moby-dick.txt', 'utf8'));

  await test.step('several files, in the order of their names', async () => {
    await pick.setInputFiles([file('b10.txt', 'ten\n'), file('b2.md', 'two')]);
    await expectGiven('two\nten\n');
    await facts.click();
    await expect(page.locator('details').first()).toContainText('two');
    await expect(facts).toContainText(say('en', 'texts.joined', { count: 2 }));
  });

  await test.step('an archive: its texts only, decoded', async () => {
    await pick.setInputFiles(file('poems.zip', ARCHIVE));
    await expectGiven(CHINESE);
    await expect(facts).toContainText('UTF-8, GB18030');
    await expect(facts).toContainText(say('en', 'texts.skipped', { count: 1 }));
    await expect(page.locator('details').first()).toContainText('疑是地上霜');
  });

  await test.step('what is no text: why, and the text from before stays', async () => {
    await pick.setInputFiles(file('weights.txt', 'abc\u0007def'));
    await expect(alert).toContainText(
      say('en', 'texts.fault-binary', { name: 'weights.txt', place: 4, byte: '07' }),
    );
    await expectGiven(CHINESE);
    await alert.getByRole('button').click();
    await expect(alert).toHaveCount(0);
  });

  await test.step('a file that is dropped on it; markup stays text', async () => {
    const dropped = '<b>bold</b> & <i>not</i>\n';
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'drop.md'));
      return transfer;
    }, dropped);
    const zone = page.getByRole('region', { name: translate('en', 'setup.corpus') });
    await zone.dispatchEvent('dragover', { dataTransfer: data });
    await expect(zone).toContainText(say('en', 'texts.drop-now'));
    await zone.dispatchEvent('drop', { dataTransfer: data });
    await expectGiven(dropped);
    await expect(page.locator('details').first()).toContainText('<b>bold</b>');
  });

  await test.step('a large paste: read like a file, not put into the field', async () => {
    await page.getByLabel(translate('en', 'setup.corpus'), { exact: true }).last().selectOption('own');
    const field = page.getByRole('textbox', { name: translate('en', 'setup.corpus.own') });
    await field.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'The quick brown fox. '.repeat(40_000));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expectGiven('The quick brown fox. '.repeat(40_000));
    await expect(facts).toContainText('The quick brown fox. The…');
  });

  await test.step('all of them are there after a reload, by keyboard; a removed one is gone', async () => {
    await page.reload();
    const list = page.locator('details').last();
    await expect(list).toContainText(say('en', 'texts.kept', { count: 4 }));
    await list.locator('summary').press('Enter');
    await list
      .getByRole('button', { name: say('en', 'texts.use-named', { name: 'poems.zip' }) })
      .press('Enter');
    await expectGiven(CHINESE);
    const remove = list.getByRole('button', { name: say('en', 'texts.remove-named', { name: 'poems.zip' }) });
    await remove.press('Enter');
    await expect(remove).toContainText(say('en', 'texts.remove-question', {}));
    await expect(list).toContainText(say('en', 'texts.kept', { count: 4 }));
    await remove.press('Enter');
    await expect(list).toContainText(say('en', 'texts.kept', { count: 3 }));
    await pick.setInputFiles(file('again.zip', ARCHIVE));
    await expectGiven(CHINESE);
  });
});

test(`what is wrong with a file is said in Chinese too${rarely(true)}`, async ({ page }) => {
  const { pick, alert } = await open(page, 'zh');
  await pick.setInputFiles(file('论文.pdf', '%PDF-1.7\n'));
  await expect(alert).toContainText(say('zh', 'texts.fault-other-kind', { name: '论文.pdf', kind: 'pdf' }));
});
