import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LocaleProvider } from '../text/useText.tsx';
import { DisplayEquation, InlineEquation } from './Equation.tsx';
import { TermProvider } from './TermProvider.tsx';

describe('equations', () => {
  it('offer their terms to the keyboard, in the reader’s language', () => {
    const html = renderToStaticMarkup(
      <LocaleProvider locale="zh">
        <DisplayEquation html="<b>c</b>" terms="cell forget nonsense" />
      </LocaleProvider>,
    );
    expect(html.match(/<button/g)).toHaveLength(2);
    expect(html).toContain('遗忘门');
  });

  it('call terms what they are on a page about words', () => {
    const terms = (aboutWords: boolean) =>
      renderToStaticMarkup(
        <TermProvider aboutWords={aboutWords}>
          <DisplayEquation html="<b>v</b>" terms="output node" />
        </TermProvider>,
      );
    expect(terms(false)).toContain('output gate');
    expect(terms(true)).toContain('output vector');
    expect(terms(true)).not.toContain('gate');
    expect(terms(true)).toContain('inner node');
  });

  it('call terms by the names that the page has for them', () => {
    const html = renderToStaticMarkup(
      <LocaleProvider locale="zh">
        <TermProvider aboutWords names={{ input: { en: 'direction g', zh: '方向 g' } }}>
          <DisplayEquation html="<b>g</b>" terms="input hidden" />
        </TermProvider>
      </LocaleProvider>,
    );
    expect(html).toContain('>方向 g<');
    expect(html).toContain('>隐藏向量<');
    expect(html).not.toContain('输入向量');
  });

  it('stand in both notations only where they differ', () => {
    expect(renderToStaticMarkup(<InlineEquation html="<b>a</b>" textbook="<b>h</b>" />)).toBe(
      '<span class="notation-ng"><b>a</b></span><span class="notation-textbook"><b>h</b></span>',
    );
    expect(renderToStaticMarkup(<InlineEquation html="<b>2</b>" />)).toBe('<span><b>2</b></span>');
  });
});
