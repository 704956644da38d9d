import { describe, expect, it } from 'vitest';
import { readUserAgent } from './machine.ts';

describe('readUserAgent', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
      'Chrome 140.0.0.0',
      'X11; Linux x86_64',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge 140.0.0.0',
      'Windows NT 10.0; Win64; x64',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
      'Safari 26.0',
      'Macintosh; Intel Mac OS X 10_15_7',
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
      'Firefox 143.0',
      'X11; Linux x86_64; rv:143.0',
    ],
  ])('finds name and version in %s', (text, browser, platform) => {
    expect(readUserAgent(text)).toEqual({ browser, platform });
  });

  it('keeps what it does not know', () => {
    expect(readUserAgent('curl/8')).toEqual({ browser: 'curl/8', platform: 'unknown system' });
  });
});
