import { expect, it } from 'vitest';
import { foreignModules } from './page-guard.ts';

const chunk = (...moduleIds: string[]) => ({ fileName: 'assets/index.js', moduleIds });

it('finds TensorFlow.js and KaTeX in a page chunk, each once', () => {
  const problems = foreignModules([
    chunk(
      '/p/node_modules/@tensorflow/tfjs-core/dist/index.js',
      '/p/node_modules/@tensorflow/tfjs-core/dist/engine.js',
      '/p/node_modules/katex/dist/katex.mjs',
    ),
  ]);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('@tensorflow/tfjs-core');
});

it('lets styles, our own code and other packages pass', () => {
  const fine = chunk(
    '/p/node_modules/katex/dist/katex.min.css',
    '/p/src/workers/client.ts',
    '/p/node_modules/react/index.js',
  );
  expect(foreignModules([fine])).toEqual([]);
});

it('finds code that trains, and lets its types pass', () => {
  const paths = [
    '/p/src/models/optim/adam.ts',
    '/p/src/workers/js-trainer.ts',
    '/p/src/workers/wasm-tier.ts',
    '/p/src/workers/tf/graph.ts',
    '/p/src/kernels/wgsl/product.ts',
  ];
  expect(foreignModules([chunk(...paths)])).toHaveLength(paths.length);
  expect(foreignModules([chunk('/p/src/models/optim/types.ts')])).toEqual([]);
});
