import { useMemo } from 'react';
import { formatMagnitude } from '../../components/diagrams/formatNumber.ts';
import { signedColor } from '../../components/diagrams/palette.ts';
import { StackNet } from '../../components/diagrams/stack/StackNet.tsx';
import type { LookAt } from '../../components/diagrams/stack/stackTypes.ts';
import { useSignedPalette } from '../../components/diagrams/useSignedPalette.ts';
import { useText } from '../../components/text/useText.tsx';
import { depthMessages } from '../../i18n/messages/depth.ts';
import { layoutStack, outputId, tokenId } from '../../layout/stack.ts';
import { stackPath } from '../../layout/stackPath.ts';
import type { StackLayout } from '../../layout/stackTypes.ts';
import { useSettings } from '../../store/settings.ts';
import tools from '../tools/tools.module.css';
import { heat, SCALE } from './heat.ts';
import type { DepthSettings } from './settings.ts';

const TILE = { width: 46, height: 30 } as const;

/** The task's columns: a letter, digits, a question. */
function useColumns(steps: number): readonly string[] {
  const text = useText(depthMessages);
  return useMemo(
    () =>
      Array.from({ length: steps }, (_, step) =>
        step === 0 ? text('depth.symbol') : step === steps - 1 ? '?' : text('depth.noise'),
      ),
    [steps, text],
  );
}

function useDrawing({ layers, steps, skips }: DepthSettings, words: readonly string[]) {
  return useMemo(() => {
    const options = { tokens: words, layers, directions: 'forward', outputs: 'last', tile: TILE } as const;
    const layout = layoutStack({ ...options, skips });
    const way = (which: 'shortest' | 'longest') => stackPath(layout, tokenId(0), outputId(steps - 1), which);
    return { layout, shortest: way('shortest'), longest: way('longest') };
  }, [layers, steps, skips, words]);
}

export interface DepthNetProps {
  readonly settings: DepthSettings;
  /** ‖∂L/∂a^[l]⟨t⟩‖ (L, T) of the network on show. */
  readonly map: Float64Array;
  readonly change: (part: Partial<DepthSettings>) => void;
}

/** The grid, each cell filled with the size of its gradient, and the shortest way through it. */
export function DepthNet({ settings, map, change }: DepthNetProps) {
  const text = useText(depthMessages);
  const palette = useSignedPalette();
  const notation = useSettings(({ notation: letters }) => letters);
  const words = useColumns(settings.steps);
  const { layout, shortest, longest } = useDrawing(settings, words);
  const { layers, steps, skips } = settings;
  const lookAt: LookAt = ({ layer, step }) => {
    const value = map[layer * steps + step] ?? Number.NaN;
    const shown = formatMagnitude(value);
    return {
      face: { kind: 'value', fill: signedColor(heat(value), palette), text: shown },
      name: text('depth.tile', { layer: layer + 1, step: step + 1, value: shown }),
    };
  };
  return (
    <>
      <StackNet
        layout={layout satisfies StackLayout}
        tokens={words.map((word) => ({ text: word, known: true }))}
        units={1}
        lookAt={lookAt}
        selected={{
          layer: Math.min(settings.layer, layers) - 1,
          step: Math.min(settings.at, steps) - 1,
          direction: 0,
        }}
        unit={null}
        onSelect={({ layer, step }) => change({ layer: layer + 1, at: step + 1 })}
        notation={notation}
        name={text('depth.figure', { layers, steps, skips: skips ? 'yes' : 'no' })}
        {...(shortest ? { lit: shortest.edges } : {})}
      />
      <p className={tools.note} data-testid="path">
        {text('depth.path', {
          shortest: shortest?.cost ?? 0,
          longest: longest?.cost ?? 0,
          same: shortest?.cost === longest?.cost ? 'yes' : 'no',
        })}{' '}
        {text('depth.scale', {
          low: formatMagnitude(10 ** SCALE.low),
          high: formatMagnitude(10 ** SCALE.high),
        })}
      </p>
    </>
  );
}
