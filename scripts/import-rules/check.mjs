// @ts-check
/** Checks the import directions of src/. Reading no module at all is a failure: a parser that silently skips TypeScript finds nothing wrong. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';

const rules = createRequire(import.meta.url)('./rules.cjs');

/**
 * @param {string} baseDir folder that holds `src`
 * @returns {Promise<{ modules: number, imports: number, violations: { rule: string, from: string, to: string }[] }>}
 */
export async function checkImports(baseDir) {
  /** @type {import('dependency-cruiser').ICruiseOptions} */
  const options = {
    baseDir,
    parser: 'tsc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    ruleSet: rules,
    validate: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
    },
  };
  const { output } = await cruise(['src'], options);
  if (typeof output === 'string') throw new Error('dependency-cruiser gave text, not a result');
  const { summary, modules } = output;
  const own = modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source));
  return {
    modules: own.length,
    imports: own.reduce((total, one) => total + one.dependencies.length, 0),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, imports, violations } = await checkImports(
    fileURLToPath(new URL('../..', import.meta.url)),
  );
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`);
  console.log(`import rules: ${modules} modules, ${imports} imports, ${violations.length} violations`);
  if (modules === 0 || imports === 0)
    console.error('No module or import was read: the checker itself is broken.');
  process.exit(violations.length > 0 || modules === 0 || imports === 0 ? 1 : 0);
}
