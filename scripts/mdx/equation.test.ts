import { describe, expect, it } from 'vitest';
import { renderEquation } from './equation.ts';

/** What a sighted reader sees: KaTeX's HTML without its MathML twin. */
const seen = (html: string): string =>
  html
    .replace(/<span class="katex-mathml">.*?<\/math><\/span>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/[\u200b\s]/g, '');
const mathml = (html: string): string => html.match(/<math.*?<\/math>/)?.[0] ?? '';

describe('renderEquation', () => {
  it('writes each letter in both notations', () => {
    const { html, textbook } = renderEquation('\\Gf{t} \\Gu{t} \\Go{t} \\Gr{t} \\hid{t-1} \\inp{t}', false);
    expect(seen(html)).toBe('Γf⟨t⟩Γu⟨t⟩Γo⟨t⟩Γr⟨t⟩a⟨t−1⟩x⟨t⟩');
    expect(seen(textbook ?? '')).toBe('ftitotrtht−1xt');
  });

  it('writes the layer of a stack above its letter, beside the time or over it', () => {
    const { html, textbook } = renderEquation('\\lay{l-1}{t} \\lay{2}{}', false);
    expect(seen(html)).toBe('a[l−1]⟨t⟩a[2]');
    expect(seen(textbook ?? '')).toMatch(/^h(t\[l−1\]|\[l−1\]t)h\[2\]$/);
    expect(html).toContain('data-term="hidden"');
  });

  it('writes the shares of a GRU by its gate, which writes in one notation and keeps in the other', () => {
    const { html, textbook, terms } = renderEquation(
      '\\mem{t} = \\Gwrite{t} * \\newmem{t} + \\Gkeep{t} * \\mem{t-1}',
      false,
    );
    expect(seen(html)).toBe('c⟨t⟩=Γu⟨t⟩∗c~⟨t⟩+(1−Γu⟨t⟩)∗c⟨t−1⟩');
    expect(seen(textbook ?? '')).toBe('ht=(1−zt)∗h~t+zt∗ht−1');
    expect(terms).toEqual(['hidden', 'update', 'candidate']);
    const gate = renderEquation('\\Gz{t} = \\sigma(\\Wz\\,[\\mem{t-1}, \\inp{t}] + \\bz)', false);
    expect(seen(gate.html)).toBe('Γu⟨t⟩=σ(Wu[c⟨t−1⟩,x⟨t⟩]+bu)');
    expect(seen(gate.textbook ?? '')).toBe('zt=σ(Wz[ht−1,xt]+bz)');
  });

  it('keeps the end of a formula beside the full stop after it, and lets a long one break before that', () => {
    const end =
      /^.*class="katex-base".*<span class="formula-end"><span class="katex-base">.*b.*<\/span><\/span><\/span><\/span>$/s;
    expect(renderEquation('x = a + b', false).html).toMatch(end);
    expect(renderEquation('x = a + b', true).html).not.toContain('formula-end');
  });

  it('writes a letter without a time, and one that ends a group', () => {
    expect(seen(renderEquation('\\Gf', false).html)).toBe('Γf');
    expect(seen(renderEquation('{\\hid} + \\Gu{} c', false).textbook ?? '')).toBe('h+ic');
  });

  it('renders once what reads the same in both', () => {
    expect(renderEquation('E = mc^2', false).textbook).toBeNull();
  });

  it('marks the terms and lists them once, in order', () => {
    const { html, terms } = renderEquation('\\cell{t} = \\Gu{t} * \\cand{t} + \\Gf{t} * \\cell{t-1}', true);
    expect(terms).toEqual(['cell', 'update', 'candidate', 'forget']);
    expect(html.match(/data-term="cell"/g)).toHaveLength(2);
    expect(html).toContain('data-term="forget"');
  });

  it('marks a term by hand', () => {
    expect(renderEquation('\\term{reset}{z}', false).terms).toEqual(['reset']);
  });

  it('keeps MathML for those who listen', () => {
    expect(mathml(renderEquation('\\hid{t}', false).html)).toContain('<mi>a</mi>');
    expect(mathml(renderEquation('\\hid{t}', false).textbook ?? '')).toContain('<mi>h</mi>');
  });

  it('refuses unknown terms, wrong TeX and any HTML but its own', () => {
    expect(() => renderEquation('\\term{magic}{x}', false)).toThrow('magic');
    expect(() => renderEquation('\\frac{1}', false)).toThrow();
    expect(() => renderEquation('\\notamacro', false)).toThrow();
    expect(renderEquation('\\href{javascript:alert(1)}{x}', false).html).not.toContain('<a ');
  });
});
