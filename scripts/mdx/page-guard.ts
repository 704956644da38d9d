import type { Plugin } from 'vite';

interface Chunk {
  readonly fileName: string;
  readonly moduleIds: readonly string[];
}

/**
 * What belongs in workers (or in the build) only: TensorFlow.js, KaTeX, and our own code that trains. Clipping a gradient is
 * arithmetic that a figure may show.
 */
const WORKER_ONLY = [
  /\/node_modules\/(@tensorflow\/[^/]+|katex)\/.*\.m?[jt]s$/,
  /\/(src\/models\/optim\/(?!types|clip)[^/]+\.ts)$/,
  /\/(src\/workers\/(?:loop|host|(?:cpu|js|wasm|open)-trainer|wasm-tier|run\.worker|tf\/[^/]+)\.ts)$/,
  /\/(src\/kernels\/.+)$/,
];

const foreignName = (id: string): string | undefined => {
  const path = id.replaceAll('\\', '/');
  return WORKER_ONLY.map((rule) => path.match(rule)?.[1]).find((name) => name !== undefined);
};

/** A sentence for every page chunk that carries code that a page must not load. */
export function foreignModules(chunks: readonly Chunk[]): readonly string[] {
  return chunks.flatMap((chunk) => {
    const found = chunk.moduleIds.map(foreignName);
    return [...new Set(found.filter((name) => name !== undefined))].map(
      (name) => `${chunk.fileName} contains ${name}, which a page must not load`,
    );
  });
}

/** Fails the build when TensorFlow.js or training code (workers only) or KaTeX's (build only) got into a chunk of the page. */
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
