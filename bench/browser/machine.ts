import { findAdapter } from '../../src/workers/adapter.ts';

/** Where a bench ran, as far as a browser says. */
export interface Machine {
  readonly browser: string;
  readonly platform: string;
  readonly cores: number;
  /** Threads that share memory are possible, and clocks are precise. */
  readonly isolated: boolean;
  readonly adapter: string | null;
  readonly softwareAdapter: boolean;
  /** YYYY-MM-DD. */
  readonly date: string;
}

export async function describeMachine(now: Date): Promise<Machine> {
  const adapter = await findAdapter();
  return {
    ...readUserAgent(navigator.userAgent),
    cores: navigator.hardwareConcurrency,
    isolated: crossOriginIsolated,
    adapter: adapter?.name ?? null,
    softwareAdapter: adapter?.isSoftware ?? false,
    date: now.toISOString().slice(0, 10),
  };
}

/** Name and version of the browser, and the system that it says it runs on. */
export function readUserAgent(text: string): Pick<Machine, 'browser' | 'platform'> {
  const [, platform = 'unknown system'] = text.match(/\(([^)]*)\)/) ?? [];
  const found = NAMES.flatMap(([name, pattern]) => {
    const version = text.match(pattern)?.[1];
    return version ? [`${name} ${version}`] : [];
  });
  return { browser: found[0] ?? text, platform };
}

/** Asked in this order: all of them also say Chrome or Safari. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Edg\/([\d.]+)/],
  ['Firefox', /Firefox\/([\d.]+)/],
  ['Chrome', /(?:Headless)?Chrome\/([\d.]+)/],
  ['Safari', /Version\/([\d.]+).*Safari/],
];
