import { type Equalised, equalise, type Neutralised, neutralise } from '../../../models/vectors/bias.ts';
import { dot, norm } from '../../../models/vectors/row-kernel.ts';
import type { UnitOf } from './axis.ts';

/** A word, or one of a pair, by where it lies: along g, and how much of its length is across it. */
export interface Place {
  readonly along: number;
  readonly across: number;
}

export interface Stage {
  readonly stage: 'before' | 'neutral' | 'equal';
  /** The word along g. */
  readonly along: number;
  /** Its cosine with either of the pair. */
  readonly withA: number;
  readonly withB: number;
}

export interface Steps {
  readonly neutralised: Neutralised;
  readonly equalised: Equalised;
  /** As far as there is something left at each. */
  readonly stages: readonly Stage[];
  /** Where the word and the pair lie, before and after. */
  readonly places: readonly {
    readonly role: 'word' | 'a' | 'b';
    readonly word: string;
    readonly before: Place;
    readonly after: Place | null;
  }[];
}

function placeOf(v: Float64Array, g: Float64Array): Place {
  const along = dot(v, g);
  return { along, across: norm(v.map((x, k) => x - along * g[k]!)) };
}

/** What neutralising one word and equalising a pair does to the three of them; null: one of them has no vector. */
export function takeSteps(
  word: string,
  [first, second]: readonly [string, string],
  unit: UnitOf,
  g: Float64Array,
): Steps | null {
  const [v, a, b] = [unit(word), unit(first), unit(second)];
  if (!v || !a || !b) return null;
  const neutralised = neutralise(v, g);
  const equalised = equalise(a, b, g);
  const neutral = neutralised.vector;
  const stage = (name: Stage['stage'], x: Float64Array, y: Float64Array, z: Float64Array): Stage => ({
    stage: name,
    along: dot(x, g),
    withA: dot(x, y),
    withB: dot(x, z),
  });
  const stages = [stage('before', v, a, b)];
  if (neutral) stages.push(stage('neutral', neutral, a, b));
  if (neutral && equalised.ok) stages.push(stage('equal', neutral, equalised.a, equalised.b));
  const places = [
    { role: 'word' as const, word, before: placeOf(v, g), after: neutral && placeOf(neutral, g) },
    {
      role: 'a' as const,
      word: first,
      before: placeOf(a, g),
      after: equalised.ok ? placeOf(equalised.a, g) : null,
    },
    {
      role: 'b' as const,
      word: second,
      before: placeOf(b, g),
      after: equalised.ok ? placeOf(equalised.b, g) : null,
    },
  ];
  return { neutralised, equalised, stages, places };
}
