// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkImports } from './check.mjs';

/** @type {string[]} */
const folders = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** @param {Record<string, string>} files */
function plant(files) {
  const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** @param {Record<string, string>} files */
async function rulesBroken(files) {
  const { violations } = await checkImports(plant(files));
  return violations.map(({ rule }) => rule);
}

const value = 'export const value = 1;\n';

describe('import rules', () => {
  it('read modules and imports, and accept an allowed direction', async () => {
    const folder = plant({
      'src/models/a.ts': value,
      'src/components/b.tsx':
        "import { value } from '../models/a.ts';\nexport const B = () => <p title='x'>{value}</p>;\n",
    });
    expect(await checkImports(folder)).toEqual({ modules: 2, imports: 1, violations: [] });
  });

  it.each([
    ['models-imports', 'src/models/a.ts', '../store/b.ts', 'src/store/b.ts'],
    ['components-imports', 'src/components/a.tsx', '../store/b.ts', 'src/store/b.ts'],
    ['store-imports', 'src/store/a.ts', '../workers/loop.ts', 'src/workers/loop.ts'],
    ['lessons-apart', 'src/lessons/gru/a.ts', '../lstm/b.ts', 'src/lessons/lstm/b.ts'],
    ['instruments-types-only', 'src/instruments/a.ts', '../workers/protocol.ts', 'src/workers/protocol.ts'],
    ['gallery-imports', 'src/gallery/a.ts', '../store/b.ts', 'src/store/b.ts'],
  ])('catch a planted violation of %s', async (rule, from, specifier, to) => {
    const found = await rulesBroken({
      [from]: `import { value } from '${specifier}';\nexport const other = value;\n`,
      [to]: value,
    });
    expect(found).toContain(rule);
  });

  it('catch a type-only import in a forbidden direction', async () => {
    const found = await rulesBroken({
      'src/models/a.ts': "import type { B } from '../workers/b.ts';\nexport type A = B;\n",
      'src/workers/b.ts': 'export interface B { readonly x: number }\n',
    });
    expect(found).toContain('models-imports');
  });

  it('catch a package where none may be, and a cycle', async () => {
    const found = await rulesBroken({
      'node_modules/zustand/package.json': '{"name":"zustand","main":"index.js"}',
      'node_modules/zustand/index.js': 'module.exports = {};',
      'package.json': '{"dependencies":{"zustand":"*"}}',
      'src/models/a.ts': "import 'zustand';\nimport { value } from './b.ts';\nexport const a = value;\n",
      'src/models/b.ts': "import { a } from './a.ts';\nexport const value: number = a;\n",
    });
    expect(found).toEqual(expect.arrayContaining(['models-packages', 'no-cycles']));
  });

  it('lets workers unzip, and nobody else', async () => {
    const use = "import '@zip.js/zip.js';\nexport const other = 1;\n";
    const found = await rulesBroken({
      'node_modules/@zip.js/zip.js/package.json': '{"name":"@zip.js/zip.js","main":"index.js"}',
      'node_modules/@zip.js/zip.js/index.js': 'module.exports = {};',
      'package.json': '{"dependencies":{"@zip.js/zip.js":"*"}}',
      'src/workers/a.ts': use,
      'src/store/a.ts': use,
    });
    expect(found).toEqual(['store-packages']);
  });

  it('says so when it reads nothing', async () => {
    const folder = plant({ 'src/readme.txt': 'no code' });
    expect(await checkImports(folder)).toMatchObject({ modules: 0, imports: 0 });
  });
});
