import { createThreadHandler, type ThreadMessage } from './thread.ts';

/** A helper thread in a browser: a worker of the worker that trains. */
const handle = createThreadHandler(() => postMessage('ready'));
addEventListener('message', ({ data }: MessageEvent<ThreadMessage>) => handle(data));
