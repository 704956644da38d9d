import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/** Where messages stand: the common ones, an instrument's, a lesson's, a lab's. */
const MESSAGES = /\/src\/(i18n\/messages\/.+|(lessons|labs)\/[^/]+\/messages)\.ts$/;
const PARSER = '@formatjs/icu-messageformat-parser';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly value?: unknown;
  readonly expressions?: readonly Node[];
  readonly quasis?: readonly { readonly value: { readonly cooked?: string | null } }[];
}

/** A message that is more than its own words: only those are compiled, the others are said as they stand. */
export const isPattern = (message: string): boolean => /[{}]|''/.test(message);

/**
 * A module's ICU messages as what a parser makes of them, so that no page has to load the parser: it is more than all that the
 * home page says. A message that cannot be parsed stops the build.
 */
export function compileModule(code: string, parseCode: (code: string) => unknown): string {
  const found: { start: number; end: number; message: string }[] = [];
  visit(parseCode(code), (node) => {
    const message = textOf(node);
    if (message !== null && isPattern(message)) found.push({ start: node.start, end: node.end, message });
  });
  return found
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, message }) => text.slice(0, start) + compiled(message) + text.slice(end),
      code,
    );
}

const compiled = (message: string): string => JSON.stringify(parse(message, { ignoreTag: true }));

function textOf(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || node.expressions?.length !== 0) return null;
  return node.quasis?.[0]?.value.cooked ?? null;
}

/** Values of properties: a module has no other text that is a message. */
function visit(value: unknown, onValue: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, onValue);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const node = value as Node & { readonly key?: unknown };
  if (node.type === 'Property' && isNode(node.value)) onValue(node.value);
  for (const child of Object.values(value)) visit(child, onValue);
}

const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && 'type' in value && 'start' in value;

/** In builds only: a development server and the tests parse messages as they are said. */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    apply: 'build',
    enforce: 'post',
    config: () => ({
      resolve: { alias: [{ find: new RegExp(`^${PARSER}$`), replacement: `${PARSER}/no-parser.js` }] },
    }),
    transform(code, id) {
      if (!MESSAGES.test(id.replaceAll('\\', '/'))) return null;
      return { code: compileModule(code, (text) => this.parse(text)), map: null };
    },
  };
}
