import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { shapeMapMessages } from '../../i18n/messages/shape-maps.ts';
import type { ShapeName } from '../../models/projection/shapes.ts';
import type { Projections } from '../projection-run/useProjections.ts';
import tools from '../tools/tools.module.css';
import { COUNTS, END, hasRatio, MOST_RATIO, PACES, type ShapeSettings } from './settings.ts';

export type ShapeControl = 'perplexity' | 'start' | 'seed' | 'goOn';

export interface ShapeControlsProps {
  readonly settings: ShapeSettings;
  readonly shapes: readonly ShapeName[];
  readonly controls: readonly ShapeControl[];
  readonly maps: Projections;
  readonly change: (part: Partial<ShapeSettings>) => void;
}

/** What the maps are of. */
export function ShapeBar({ settings, shapes, controls, change }: ShapeControlsProps) {
  const text = useText(shapeMapMessages);
  const { shape, count, ratio, perplexity } = settings;
  return (
    <div className={tools.bar}>
      {shapes.length > 1 && (
        <Select
          label={text('shapes.shape')}
          value={shape}
          options={shapes.map((value) => ({ value, label: text(`shapes.shape-${value}`) }))}
          onChange={(next) => change({ shape: next })}
        />
      )}
      <Slider
        label={text('shapes.count')}
        value={count}
        min={COUNTS.least}
        max={COUNTS.most}
        step={1}
        onChange={(next) => change({ count: next })}
      />
      {hasRatio(shape) && (
        <Slider
          label={text(`shapes.ratio-${shape as 'widths'}`)}
          value={ratio}
          min={1}
          max={MOST_RATIO}
          step={1}
          onChange={(next) => change({ ratio: next })}
        />
      )}
      {controls.includes('perplexity') && (
        <Slider
          label={text('shapes.perplexity')}
          value={perplexity}
          min={2}
          max={100}
          step={1}
          onChange={(next) => change({ perplexity: next })}
        />
      )}
    </div>
  );
}

/** How the maps run: all of them together. */
export function RunBar({ settings, controls, maps, change }: ShapeControlsProps) {
  const text = useText(shapeMapMessages);
  const { start, seed, pace, goOn } = settings;
  const isReady = maps.maps !== null;
  return (
    <div className={tools.bar}>
      {maps.isRunning ? (
        <Button primary icon="pause" onClick={maps.pause}>
          {text('shapes.pause')}
        </Button>
      ) : (
        <Button primary icon="play" disabled={!isReady} onClick={maps.play}>
          {text('shapes.play')}
        </Button>
      )}
      <Button icon="reset" disabled={!isReady} onClick={maps.restart}>
        {text('shapes.restart')}
      </Button>
      <SegmentedControl
        label={text('shapes.pace')}
        value={pace}
        options={PACES.map((value) => ({ value, label: text(`shapes.pace-${value}`) }))}
        onChange={(next) => change({ pace: next })}
      />
      {controls.includes('start') && (
        <Select
          label={text('shapes.start')}
          value={start}
          options={(['pca', 'random'] as const).map((value) => ({
            value,
            label: text(`shapes.start-${value}`),
          }))}
          onChange={(next) => change({ start: next })}
        />
      )}
      {/* Principal components are the same with every seed. */}
      {controls.includes('seed') && start === 'random' && (
        <NumberField
          label={text('shapes.seed')}
          value={seed}
          min={0}
          max={2 ** 31 - 1}
          integer
          onChange={(next) => change({ seed: next })}
        />
      )}
      {controls.includes('goOn') && (
        <Toggle
          label={text('shapes.go-on', { count: END })}
          checked={goOn}
          onChange={(next) => change({ goOn: next })}
        />
      )}
    </div>
  );
}
