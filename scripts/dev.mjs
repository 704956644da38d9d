// @ts-check
/** `npm run dev` and `npm run gallery`: the development server, with the corpora in place. */
import { createServer } from 'vite';
import { prepareCorpora } from './prepare-corpora.mjs';

prepareCorpora();
const at = process.argv.indexOf('--open');
const server = await createServer({ server: { open: at >= 0 ? (process.argv[at + 1] ?? true) : false } });
await server.listen();
server.printUrls();
