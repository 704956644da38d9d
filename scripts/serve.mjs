// @ts-check
/** `npm start`: prepares the corpora, builds, serves dist/ on localhost and prints the address. */
import { prepareCorpora } from './prepare-corpora.mjs';

const { build, preview } = await import('vite');
prepareCorpora();
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: Number(process.env.PORT ?? 4173), strictPort: false } });
console.log('\nUnrolled is ready:');
server.printUrls();
