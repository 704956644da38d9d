import { describe, expect, it } from 'vitest';
import { holdLifeline, type Locks, watchLifeline } from './lifeline.ts';

type Asked = () => unknown;

/** Exclusive locks, as the browser has them; `kill` lets go of what the present holder of a name holds. */
function fakeLocks() {
  const queues = new Map<string, Asked[]>();
  const grant = (name: string) => queues.get(name)?.[0]?.();
  const request = (name: string, ...rest: readonly unknown[]) => {
    const callback = rest.at(-1) as Asked;
    const { signal } = (rest.length > 1 ? rest[0] : {}) as { readonly signal?: AbortSignal };
    const queue = queues.get(name) ?? [];
    queues.set(name, [...queue, callback]);
    if (queue.length === 0) grant(name);
    return new Promise((_, reject) => {
      signal?.addEventListener('abort', () => {
        queues.set(
          name,
          (queues.get(name) ?? []).filter((each) => each !== callback),
        );
        reject(signal.reason);
      });
    });
  };
  const kill = (name: string) => {
    queues.set(name, (queues.get(name) ?? []).slice(1));
    grant(name);
  };
  return { locks: { request } as unknown as Locks, kill };
}

describe('a lifeline', () => {
  const watched = async () => {
    const { locks, kill } = fakeLocks();
    const name = (await holdLifeline(locks)) ?? '';
    let gone = 0;
    const end = watchLifeline(
      name,
      () => {
        gone++;
      },
      locks,
    );
    return { name, end, kill: () => kill(name), gone: () => gone };
  };

  it('says nothing while its holder lives, and once that it is gone', async () => {
    const { gone, kill } = await watched();
    expect(gone()).toBe(0);
    kill();
    kill();
    expect(gone()).toBe(1);
  });

  it('is not watched any more when the watch has ended', async () => {
    const { gone, kill, end } = await watched();
    end();
    kill();
    expect(gone()).toBe(0);
  });

  it('has a name that no other has', async () => {
    const { locks } = fakeLocks();
    expect(await holdLifeline(locks)).not.toBe(await holdLifeline(locks));
  });
});

describe('without locks', () => {
  it('there is none', async () => {
    expect(await holdLifeline(undefined)).toBeNull();
  });

  it('or where the browser refuses them', async () => {
    const request = () => Promise.reject(new Error('insecure'));
    expect(await holdLifeline({ request } as unknown as Locks)).toBeNull();
  });
});
