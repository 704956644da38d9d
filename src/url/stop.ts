/** Where a talk stands, as its address says it: `#stop=keep-cell`, with the figure's own state behind it once it was changed. */
export interface StopPlace {
  /** Id of a stop; null: the address names none. */
  readonly stop: string | null;
  /** Figure whose state the address carries; null: none. */
  readonly figure: string | null;
  /** That state as a figure's own fragment, `#figure=…`; empty: none. */
  readonly state: string;
  /** The talk that a window of notes wants to go on with; null: a new one. */
  readonly talk: string | null;
}

const STOP_KEY = 'stop';
const TALK_KEY = 'talk';
const FIGURE_KEY = 'figure';

const parametersOf = (hash: string) => new URLSearchParams(hash.replace(/^#/, ''));

export function readStop(hash: string): StopPlace {
  const parameters = parametersOf(hash);
  const [stop, talk, figure] = [STOP_KEY, TALK_KEY, FIGURE_KEY].map((key) => parameters.get(key));
  parameters.delete(STOP_KEY);
  parameters.delete(TALK_KEY);
  return {
    stop: stop ?? null,
    talk: talk ?? null,
    figure: figure ?? null,
    state: figure ? `#${parameters}` : '',
  };
}

/** The fragment of a stop; `state` is a figure's own fragment, or nothing. */
export function writeStop(stop: string, state = ''): string {
  const parameters = new URLSearchParams([[STOP_KEY, stop]]);
  for (const [key, value] of parametersOf(state)) parameters.set(key, value);
  return `#${parameters}`;
}

/** The fragment that opens a talk at a stop under an id that is known already. */
export const writeTalk = (talk: string, stop?: string): string =>
  `#${new URLSearchParams({ ...(stop === undefined ? {} : { [STOP_KEY]: stop }), [TALK_KEY]: talk })}`;
