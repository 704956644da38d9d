import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../i18n/locale.ts';
import { gateFilesMessages } from '../../../i18n/messages/gate-files.ts';
import { networkFilesMessages } from '../../../i18n/messages/network-files.ts';
import { translate } from '../../../i18n/translate.ts';
import { openFaultText } from './open-fault-text.ts';

describe.each(LOCALES)('why a file does not open, in %s', (locale) => {
  const say = (fault: Parameters<typeof openFaultText>[2]) =>
    openFaultText(
      (code, values) => translate(locale, code, values, gateFilesMessages),
      (code, values) => translate(locale, code, values, networkFilesMessages),
      fault,
    );

  it('names every size that is too large, with its limit', () => {
    const sizes = [
      { size: 'hidden', found: 777, limit: 128 },
      { size: 'layers', found: 9, limit: 4 },
    ] as const;
    const sentence = say({ code: 'too-large', sizes });
    for (const { found, limit } of sizes) {
      expect(sentence).toContain(String(found));
      expect(sentence).toContain(String(limit));
    }
    expect(sentence).not.toMatch(/[{}]|undefined|files\./);
  });

  it('leaves the rest to what every reader of networks says', () => {
    expect(say({ code: 'missing', name: 'bias_hh_l1' })).toContain('bias_hh_l1');
  });
});
