import { useMemo, useState } from 'react';
import { formatBoxed, formatFixed } from '../components/diagrams/formatNumber.ts';
import { signedColor } from '../components/diagrams/palette.ts';
import { StackNet } from '../components/diagrams/stack/StackNet.tsx';
import { StateValues } from '../components/diagrams/stack/StateValues.tsx';
import type { LookAt } from '../components/diagrams/stack/stackTypes.ts';
import { layoutStack, outputId, tileBand, tokenId } from '../layout/stack.ts';
import { stackPath } from '../layout/stackPath.ts';
import { placeKey, type StackPlace, waveNumbers } from '../models/cells/schedule.ts';
import { forwardStack, type StackSpec, stackParameterCount, viewStack } from '../models/cells/stack.ts';
import type { CellSpec } from '../models/cells/types.ts';
import { createRandom } from '../models/random.ts';

export interface StackStateProps {
  readonly spec: CellSpec;
  readonly words: readonly string[];
  readonly layers: number;
  readonly directions?: StackSpec['directions'];
  readonly skips?: boolean;
  readonly hidden?: number;
  readonly outputs?: 'none' | 'last' | 'all';
  readonly face?: 'strip' | 'value';
  /** Waves that are computed; absent: all. */
  readonly waves?: number;
  /** Lights the shortest way from the first word to the last answer. */
  readonly path?: boolean;
  readonly selected?: StackPlace;
}

/** A sentence run through a seeded random stack by the reference. */
function useStack({ spec, words, layers, directions = 'forward', hidden = 8 }: StackStateProps) {
  return useMemo(() => {
    const vocabulary = [...new Set(words)];
    const stack: StackSpec = { cell: spec, inputs: vocabulary.length, hidden, layers, directions };
    const random = createRandom(5);
    const flat = Float64Array.from({ length: stackParameterCount(stack) }, () => 0.7 * random.normal());
    const ids = Int32Array.from(words, (word) => vocabulary.indexOf(word));
    const size = { steps: words.length, batch: 1 };
    return forwardStack(stack, viewStack(stack, flat), { form: 'one-hot', ids }, size);
  }, [spec, words, layers, directions, hidden]);
}

function useLayout(props: StackStateProps) {
  const { words, layers, directions = 'forward', skips = false, outputs = 'all', face, hidden = 8 } = props;
  return useMemo(() => {
    const height = face === 'value' ? 30 : tileBand(hidden) * hidden;
    const tile = { width: directions === 'forward' ? 44 : 40, height };
    return layoutStack({ tokens: words, layers, directions, skips, outputs, tile });
  }, [words, layers, directions, skips, outputs, face, hidden]);
}

type VectorAt = (place: StackPlace) => Float64Array;

function createLook(props: StackStateProps, vectorAt: VectorAt): LookAt {
  const { words, layers, directions = 'forward', face = 'strip', waves: done } = props;
  const waves = waveNumbers({ layers, directions }, words.length);
  return (place) => {
    const wave = waves.get(placeKey(place)) ?? 0;
    const values = vectorAt(place);
    const first = values[0] ?? Number.NaN;
    const value = { kind: 'value', fill: signedColor(first), text: formatBoxed(first) } as const;
    const strip = { kind: 'strip', values, start: 0 } as const;
    const shown = face === 'value' ? value : strip;
    return {
      face: done === undefined || wave < done ? shown : { kind: 'pending' },
      name: `${place.layer + 1} ${place.direction} ${place.step + 1}: ${formatFixed(first)}`,
      current: done !== undefined && wave === done - 1,
      ...(done === undefined ? {} : { mark: String(wave + 1) }),
    };
  };
}

/** Layers over time in one state. */
export function StackState(props: StackStateProps) {
  const { words, layers, hidden = 8 } = props;
  const trace = useStack(props);
  const layout = useLayout(props);
  const [selected, setSelected] = useState<StackPlace | null>(props.selected ?? null);
  const [unit, setUnit] = useState(2);
  const vectorAt: VectorAt = ({ layer, step, direction }) =>
    (trace.layers[layer]?.[direction]?.values.hidden ?? new Float64Array()).subarray(
      step * hidden,
      (step + 1) * hidden,
    );
  const path = props.path ? stackPath(layout, tokenId(0), outputId(words.length - 1), 'shortest') : null;
  const select = (place: StackPlace, hit: number | null) => {
    setSelected(place);
    if (hit !== null) setUnit(hit);
  };
  return (
    <div style={{ display: 'grid', gap: 12, minWidth: 0 }}>
      <StackNet
        layout={layout}
        tokens={words.map((text) => ({ text, known: text !== '⟨UNK⟩' }))}
        units={hidden}
        lookAt={createLook(props, vectorAt)}
        selected={selected}
        unit={unit}
        onSelect={select}
        notation="ng"
        name={`${layers} × ${words.length}`}
        {...(path ? { lit: path.edges } : {})}
      />
      {selected ? (
        <StateValues
          values={vectorAt(selected)}
          symbol={`a[${selected.layer + 1}]⟨${selected.step + 1}⟩`}
          unit={unit}
          onUnit={setUnit}
        />
      ) : null}
    </div>
  );
}
