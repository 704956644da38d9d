import { IntlMessageFormat } from 'intl-messageformat';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { compileModule } from './compile-messages.ts';

async function compiledMessages(code: string): Promise<Readonly<Record<string, unknown>>> {
  const made = compileModule(code, parseAst);
  const url = `data:text/javascript,${encodeURIComponent(made)}`;
  return (await import(/* @vite-ignore */ url)).messages;
}

describe('compileModule', () => {
  it('turns patterns into what says the same, and leaves plain words alone', async () => {
    const code = `export const messages = {
      plain: 'no pattern: it’s said as it stands',
      steps: 'after {n, plural, one {# step} other {# steps}} of {who}',
      "quoted key {x}": \`a {kind, select, lstm {cell} other {state}}\`,
      apostrophes: "it''s {n, number, ::percent}",
    };`;
    const messages = await compiledMessages(code);
    const say = (key: string, values: Record<string, string | number>) =>
      new IntlMessageFormat(messages[key] as never, 'en', undefined, { ignoreTag: true }).format(values);
    expect(messages.plain).toBe('no pattern: it’s said as it stands');
    expect(say('steps', { n: 1, who: 'Ahab' })).toBe('after 1 step of Ahab');
    expect(say('steps', { n: 3, who: '<b>' })).toBe('after 3 steps of <b>');
    expect(say('quoted key {x}', { kind: 'lstm' })).toBe('a cell');
    expect(say('apostrophes', { n: 0.25 })).toBe("it's 25%");
  });

  it('stops at a message that is none', () => {
    expect(() => compileModule("export const m = { a: 'after {n, plural, one {x}' };", parseAst)).toThrow();
  });
});
