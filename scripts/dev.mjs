// @ts-check
/** `npm run dev` and `npm run gallery`: the development server, with corpora and kernels in place. */
import { createServer } from 'vite';
import { buildKernels } from './build-kernels.mjs';
import { prepareCorpora } from './prepare-corpora.mjs';

prepareCorpora();
await buildKernels();
const at = process.argv.indexOf('--open');
const server = await createServer({ server: { open: at >= 0 ? (process.argv[at + 1] ?? true) : false } });
await server.listen();
server.printUrls();
