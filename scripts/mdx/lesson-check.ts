import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { checkLessons, type LessonSource } from '../../src/lessons/check.ts';

const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

/** What a file exports under a name: null where it exports no such thing; undefined: there is no such file. */
async function readExport(path: string, name: string): Promise<unknown> {
  if (!existsSync(path)) return undefined;
  const { module } = await runnerImport<Readonly<Record<string, unknown>>>(path, {
    configFile: false,
    logLevel: 'silent',
  });
  return module[name] ?? null;
}

/** Texts of the components in a folder, if there is one. */
function readComponents(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'));
  return names.map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Every lesson folder as it lies on disk. */
export async function readLessons(folder: string): Promise<readonly LessonSource[]> {
  const slugs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return Promise.all(
    slugs.map(async (slug) => ({
      slug,
      meta: (await readExport(join(folder, slug, 'lesson.ts'), 'lesson')) ?? null,
      stops: await readExport(join(folder, slug, 'stops.ts'), 'stops'),
      figures: readComponents(join(folder, slug, 'figures')),
      pages: { en: read(join(folder, slug, 'en.mdx')), zh: read(join(folder, slug, 'zh.mdx')) },
    })),
  );
}

/** Stops the build, or warns the dev server, when a lesson folder is wrong. */
export function lessonCheck(): Plugin {
  let folder = 'src/lessons';
  let building = true;
  return {
    name: 'unrolled:lesson-check',
    configResolved(config) {
      folder = join(config.root, 'src/lessons');
      building = config.command === 'build';
    },
    async buildStart() {
      // Unit tests start a server of their own and check the lessons themselves.
      if (process.env.VITEST) return;
      const problems = checkLessons(await readLessons(folder));
      if (problems.length === 0) return;
      const message = ['The lessons are not in order:', ...problems].join('\n  ');
      if (building) this.error(message);
      this.warn(message);
    },
  };
}
