import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { renderEquation } from './equation.ts';

/** What remark leaves for an equation: `<code class="math-inline">`, or `<pre><code class="math-display">`. */
function mathOf(node: Element): { readonly tex: string; readonly display: boolean } | null {
  const code = node.tagName === 'pre' ? node.children[0] : node;
  if (code?.type !== 'element' || code.tagName !== 'code') return null;
  const classes = code.properties?.className;
  if (!Array.isArray(classes) || !classes.includes('language-math')) return null;
  const text = code.children[0];
  return { tex: text?.type === 'text' ? text.value.trim() : '', display: node.tagName === 'pre' };
}

const attribute = (name: string, value: string) => ({ type: 'mdxJsxAttribute', name, value });

/** `<Equation html textbook terms display />`: strings only, so the page needs no KaTeX and React no thousand spans. */
function equationElement(tex: string, display: boolean): ElementContent {
  const { html, textbook, terms } = renderEquation(tex, display);
  const attributes = [attribute('html', html), attribute('terms', terms.join(' '))];
  if (textbook !== null) attributes.push(attribute('textbook', textbook));
  const type = display ? 'mdxJsxFlowElement' : 'mdxJsxTextElement';
  const name = display ? 'DisplayEquation' : 'InlineEquation';
  return { type, name, attributes, children: [] } as unknown as ElementContent;
}

interface Failing {
  fail(reason: string, place?: unknown): never;
}

/** Replaces every equation of a page by its rendered form; a wrong one fails the build at its line. */
export function rehypeEquations() {
  return (tree: Root, file: Failing): void => {
    visit(tree, 'element', (node, index, parent) => {
      const math = mathOf(node);
      if (!math || !parent || index === undefined) return undefined;
      try {
        parent.children[index] = equationElement(math.tex, math.display);
      } catch (error) {
        file.fail(`equation ${math.tex}: ${error instanceof Error ? error.message : String(error)}`, node);
      }
      return SKIP;
    });
  };
}
