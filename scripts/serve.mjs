// @ts-check
/** `npm start`: prepares the corpora, compiles the kernels, builds, serves dist/ on localhost and prints the address. */
import { buildKernels } from './build-kernels.mjs';
import { prepareCorpora } from './prepare-corpora.mjs';

const { build, preview } = await import('vite');
prepareCorpora();
await buildKernels();
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: Number(process.env.PORT ?? 4173), strictPort: false } });
console.log('\nUnrolled is ready:');
server.printUrls();
