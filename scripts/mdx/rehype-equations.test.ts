import { compile } from '@mdx-js/mdx';
import remarkMath from 'remark-math';
import { describe, expect, it } from 'vitest';
import { rehypeEquations } from './rehype-equations.ts';

const build = async (page: string): Promise<string> =>
  String(await compile(page, { remarkPlugins: [remarkMath], rehypePlugins: [rehypeEquations] }));

describe('rehypeEquations', () => {
  it('leaves no TeX for the page to render: an inline equation is an element with its HTML', async () => {
    const code = await build('The gate $\\Gf{t}$ closes.');
    expect(code).toContain('_jsx(InlineEquation');
    expect(code).toContain('terms: "forget"');
    expect(code).toContain('textbook: "<span class=\\"katex\\">');
    expect(code).not.toContain('math-inline');
  });

  it('renders a displayed equation with its terms', async () => {
    const code = await build('$$\n\\cell{t} = \\Gu{t} * \\cand{t}\n$$');
    expect(code).toContain('_jsx(DisplayEquation');
    expect(code).toContain('terms: "cell update candidate"');
  });

  it('leaves other code alone', async () => {
    expect(await build('```js\nconst x = 1;\n```')).toContain('language-js');
  });

  it('says which line is wrong', async () => {
    const failure = build('One.\n\nTwo $\\frac{1}$.');
    await expect(failure).rejects.toMatchObject({ line: 3 });
    await expect(failure).rejects.toThrow('\\frac{1}');
  });
});
