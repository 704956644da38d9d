import { describe, expect, it } from 'vitest';
import { cleanText, dropFootnoteMarks, dropStageDirections } from './clean.mjs';

describe('cleanText', () => {
  it('keeps paragraphs and nothing else of the layout', () => {
    expect(cleanText('\ufeff one\r\ntwo   three\t\n \n\n\n     four \n')).toBe('one two three\n\nfour');
  });

  it('straightens quotes and hyphens, and leaves dashes and accents alone', () => {
    expect(cleanText('“It’s” mast‑head—cafe\u0301')).toBe('"It\'s" mast-head—café');
  });
});

describe('what is not language', () => {
  it('drops the marks of footnotes, not the notes', () => {
    expect(dropFootnoteMarks('a royal fish." *\n\n*See later. Fish* swim')).toBe(
      'a royal fish."\n\nSee later. Fish swim',
    );
  });

  it('drops applause and laughter, not other parentheses', () => {
    expect(dropStageDirections('Thank you. (Applause.) And [Laughter] we (all of us)—(applause)—go')).toBe(
      'Thank you. And we (all of us)——go',
    );
  });
});
