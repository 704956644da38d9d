import { plainSymbol, roleSymbol } from '../src/components/diagrams/symbols.ts';
import { visibleSymbol } from '../src/components/plots/visibleSymbol.ts';
import {
  defaultSettings,
  readHolds,
  runConfig,
  type UnrolledSettings,
} from '../src/instruments/unrolled/settings.ts';
import { computedRoles } from '../src/models/cells/roles.ts';
import type { LaneRole } from '../src/models/cells/types.ts';
import { type NextSymbolShape, symbolsOf } from '../src/models/language/next-symbol.ts';
import { type ProbedSentence, probeSentence } from '../src/models/language/probe.ts';
import { tokenize } from '../src/models/text/tokenize.ts';
import { encode } from '../src/models/text/vocabulary.ts';
import { createJsTrainer } from '../src/workers/js-trainer.ts';
import { type PreparedRun, prepareRun } from '../src/workers/prepare.ts';
import type { Trainer } from '../src/workers/protocol.ts';
import { resumedStart } from '../src/workers/start.ts';
import type { Live, SavedFigure } from './lessonFigure.ts';
import { expect } from './support.ts';

/** What the reference models say about the sentence of a saved figure. */
export interface Reference {
  readonly settings: UnrolledSettings;
  readonly run: PreparedRun;
  readonly shape: NextSymbolShape;
  readonly tokens: readonly string[];
  readonly ids: Int32Array;
  readonly parameters: Float64Array;
  readonly probed: ProbedSentence;
}

/** Computes the sentence anew, in Node, from the weights and settings of a saved figure and nothing else. */
export function referenceOf({ settings, checkpoint }: SavedFigure, over: Partial<UnrolledSettings> = {}) {
  const all: UnrolledSettings = { ...defaultSettings(), ...settings, ...over };
  const prepared = prepareRun(runConfig(all, all.ownText));
  if (!prepared.ok || !prepared.run.vocabulary) throw new Error('the figure has no usable text');
  const { run } = prepared;
  const shape = symbolsOf(run.network);
  const tokens = tokenize(all.sentence, all);
  const ids = encode(prepared.run.vocabulary, tokens);
  const parameters = checkpoint.parameters.slice();
  for (const [index = 0, value = 0] of all.edits) parameters[index] = value;
  const probed = probeSentence(shape, parameters, ids, {
    lossStep: all.lossStep === 0 ? null : all.lossStep - 1,
    holds: readHolds(all),
  });
  if (!probed) throw new Error('the sentence is empty');
  return { settings: all, run, shape, tokens, ids, parameters, probed } satisfies Reference;
}

/** The same run in Node, ready for its next step. */
export function trainerOf({ checkpoint }: SavedFigure, { run }: Reference): Trainer {
  return createJsTrainer(run, resumedStart(run, checkpoint));
}

/** A printed number as a number: true minus, infinity, powers of ten. */
export function readPrinted(text: string): number {
  const plain = text.trim().replaceAll('−', '-').replace('+∞', 'Infinity').replace('-∞', '-Infinity');
  return plain === '' ? Number.NaN : Number(plain);
}

/** Rounded to so many decimals, as a careful hand would: no negative zero, a true minus. */
export function rounded(value: number, digits: number): string {
  const fixed = value.toFixed(digits);
  return (Number(fixed) === 0 ? fixed.replace('-', '') : fixed).replace('-', '−');
}

export const laneValue = ({ probed, run }: Reference, role: LaneRole, step: number, unit: number): number =>
  probed.layers[0]?.trace.values[role]?.[step * run.network.hidden + unit] ?? Number.NaN;

export const laneGradient = (
  { probed, run }: Reference,
  role: LaneRole,
  step: number,
  unit: number,
): number => probed.layers[0]?.gradients[role]?.[step * run.network.hidden + unit] ?? Number.NaN;

/** Every box of the net says, to the reader and to the screen reader, what the reference computed. */
export async function expectNet(live: Live, reference: Reference, unit: number): Promise<void> {
  const { tokens, run, settings } = reference;
  const { spec } = run.network;
  const roles = computedRoles(spec).filter((role) => spec.kind !== 'rnn' || role === 'hidden');
  const cells = await live.cells();
  const expected = tokens.flatMap((token, step) =>
    roles.map((role) => {
      const held = settings.holds.some(
        ([lane, at, of]) =>
          live.say(`figure.role.${role}`) === heldRole(live, lane) && at === step && of === unit,
      );
      const number = rounded(laneValue(reference, role, step, unit), 2);
      const value = held ? live.say('figure.heldValue', { value: number }) : number;
      const symbol = plainSymbol(roleSymbol(role, 'ng', spec.kind));
      const lane = live.say(`figure.role.${role}`);
      const name = live.say('figure.valueName', {
        symbol,
        lane,
        step: step + 1,
        token: visibleSymbol(token),
        unit: unit + 1,
        value,
      });
      return { role, step, name, text: number, held };
    }),
  );
  const inOrder = (a: { step: number; role: string }, b: { step: number; role: string }) =>
    a.step - b.step || a.role.localeCompare(b.role);
  expect([...cells].sort(inOrder)).toEqual(expected.sort(inOrder));
}

const HELD_LANES = ['forget', 'update', 'candidate', 'output', 'reset', 'cell', 'hidden'] as const;
const heldRole = (live: Live, lane: number | undefined): string | null => {
  const role = HELD_LANES[lane ?? -1];
  return role ? live.say(`figure.role.${role}`) : null;
};
