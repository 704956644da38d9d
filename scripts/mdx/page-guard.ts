import type { Plugin } from 'vite';

interface Chunk {
  readonly fileName: string;
  readonly moduleIds: readonly string[];
}

/** Packages that belong in workers only. */
const WORKER_ONLY = /\/node_modules\/(@tensorflow\/[^/]+|katex)\/.*\.m?[jt]s$/;

/** A sentence for every page chunk that carries code of a package that a page must not load. */
export function foreignModules(chunks: readonly Chunk[]): readonly string[] {
  return chunks.flatMap((chunk) => {
    const found = chunk.moduleIds.map((id) => id.replaceAll('\\', '/').match(WORKER_ONLY)?.[1]);
    return [...new Set(found.filter((name) => name !== undefined))].map(
      (name) => `${chunk.fileName} contains ${name}, which a page must not load`,
    );
  });
}

/** Fails the build when TensorFlow.js (workers only) or KaTeX's code (build only) got into a chunk of the page. */
export function pageGuard(): Plugin {
  return {
    name: 'unrolled:page-guard',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const problems = foreignModules(chunks);
      if (problems.length > 0) this.error(problems.join('\n'));
    },
  };
}
