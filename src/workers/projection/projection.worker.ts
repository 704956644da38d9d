import { holdLifeline } from '../lifeline.ts';
import { createScheduler } from '../scheduler.ts';
import { createProjectionHost } from './host.ts';
import { createOpenTools } from './open-tools.ts';
import type { FromProjectionWorker, ToProjectionWorker } from './protocol.ts';
import type { PortMessage } from './shared.ts';

/** The part of a worker's global scope that is used here; the DOM's types describe a page. */
interface WorkerScope {
  postMessage(message: FromProjectionWorker, transfer: readonly ArrayBuffer[]): void;
  onmessage: ((event: MessageEvent<ToProjectionWorker | PortMessage>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;
const scheduler = createScheduler();
const openTools = createOpenTools();

const open = (post: WorkerScope['postMessage']) =>
  createProjectionHost({
    post,
    scheduler,
    openTools,
    lifeline: holdLifeline(),
    crash: () => {
      setTimeout(() => {
        throw new Error('simulated crash');
      });
    },
  });

/** A map of several that share this worker. */
function serveOver(port: MessagePort): void {
  const host = open((message, transfer) => port.postMessage(message, [...transfer]));
  port.onmessage = ({ data }: MessageEvent<ToProjectionWorker | null>) => {
    if (data) host.receive(data);
    else host.end();
  };
}

let own: ReturnType<typeof open> | null = null;
scope.onmessage = ({ data, ports }) => {
  const [port] = ports;
  if (data.type === 'port') {
    if (port) serveOver(port);
    return;
  }
  own ??= open((message, transfer) => scope.postMessage(message, transfer));
  own.receive(data);
};
