import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { defineConfig } from 'vitest/config';
import { deepLinks } from './scripts/mdx/deep-links.ts';
import { lessonCheck } from './scripts/mdx/lesson-check.ts';
import { pageGuard } from './scripts/mdx/page-guard.ts';
import { rehypeEquations } from './scripts/mdx/rehype-equations.ts';
import { compileMessages } from './scripts/messages/compile-messages.ts';

/** Cross-origin isolation: threads and precise timers, where the host can send these. Nothing here needs them. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** A lesson's chunk says whose it is: the folder is the lesson, the file the language. */
function chunkFileNames(chunk: { readonly facadeModuleId: string | null }): string {
  const lesson = chunk.facadeModuleId?.match(/\/lessons\/([^/]+)\/(en|zh)\.mdx$/);
  return lesson ? `assets/lesson-${lesson[1]}-${lesson[2]}-[hash].js` : 'assets/[name]-[hash].js';
}

/** Folders whose modules keep nothing that another file's tests could find. */
const PURE_TESTS = 'src/{models,layout,url,components,instruments,lessons,labs}/**/*.test.{ts,tsx}';

export default defineConfig({
  base: process.env.BASE_PATH ?? '/',
  plugins: [
    {
      enforce: 'pre',
      ...mdx({ remarkPlugins: [remarkGfm, remarkMath], rehypePlugins: [rehypeEquations] }),
    },
    react(),
    lessonCheck(),
    pageGuard(),
    deepLinks(),
    compileMessages(),
  ],
  worker: { format: 'es' },
  // Found late, inside the worker: without this the first WebGPU run of a development server reloads the page.
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-core/dist/register_all_gradients.js',
      '@tensorflow/tfjs-backend-webgpu',
      // The bench's peers.
      '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-layers',
    ],
  },
  server: { headers },
  preview: { headers },
  build: {
    target: 'es2022',
    // Workers carry TensorFlow.js; a page's chunks are held small by the bench, not by this warning.
    chunkSizeWarningLimit: 3000,
    // What only some visitors open asks for its parts itself; a list of them would weigh on every first page.
    modulePreload: {
      resolveDependencies: (file, parts) =>
        /\/lesson-[^/]*\.js$/.test(file) ? parts : parts.filter((part) => part.endsWith('.css')),
    },
    rolldownOptions: { output: { chunkFileNames } },
  },
  test: {
    environment: 'node',
    setupFiles: ['src/i18n/language.testkit.ts'],
    // A busy machine is no failure; a test that hangs still is.
    testTimeout: 30_000,
    // One core is kept free by default: of two that is half of them.
    maxWorkers: '100%',
    projects: [
      // They share a process: to load the same modules anew for every file took two thirds of the time.
      {
        extends: true,
        test: { name: 'pure', include: [PURE_TESTS], pool: 'threads', isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'others',
          include: ['{src,bench}/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}'],
          exclude: [PURE_TESTS],
        },
      },
    ],
  },
});
