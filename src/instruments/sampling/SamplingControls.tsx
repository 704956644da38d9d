import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { samplingMessages } from '../../i18n/messages/sampling.ts';
import type { TextModel } from '../../models/language/text-model.ts';
import { END_TOKEN } from '../../models/text/vocabulary.ts';
import { MOST_TOKENS, type Sample } from './sample.ts';
import styles from './sampling.module.css';
import { MOST_TOP_K, type SamplingSettings } from './settings.ts';

interface ControlProps {
  readonly settings: SamplingSettings;
  readonly change: (part: Partial<SamplingSettings>) => void;
}

/** A k to begin with, when the cut is switched on. */
const FIRST_K = 5;
const MOST_SEED = 4294967295;

function TopK({ settings, change }: ControlProps) {
  const text = useText(samplingMessages);
  const { topK } = settings;
  return (
    <span className={styles.pair}>
      <Toggle
        label={text('sample.top-k')}
        checked={topK !== null}
        onChange={(on) => change({ topK: on ? FIRST_K : null })}
      />
      {topK !== null && (
        <NumberField
          quiet
          label={text('sample.top-k-on')}
          value={topK}
          min={1}
          max={MOST_TOP_K}
          integer
          onChange={(k) => change({ topK: k })}
        />
      )}
    </span>
  );
}

/** How the next token is drawn: it may be changed at any place of a text. */
function ShapeBar({ settings, change, model }: ControlProps & { readonly model: TextModel }) {
  const text = useText(samplingMessages);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div className={styles.bar} role="group" aria-label={text('sample.settings')}>
      <Slider
        label={text('sample.temperature')}
        value={settings.temperature}
        min={0.1}
        max={2}
        step={0.05}
        format={(value) => value.toFixed(2)}
        onChange={(temperature) => change({ temperature })}
      />
      <TopK settings={settings} change={change} />
      <Slider
        label={text('sample.top-p')}
        value={settings.topP}
        min={0.01}
        max={1}
        step={0.01}
        format={(value) => (value === 1 ? text('sample.top-p-all') : value.toFixed(2))}
        onChange={(topP) => change({ topP })}
      />
      <Toggle
        label={text('sample.unknown')}
        checked={settings.unknown}
        onChange={(unknown) => change({ unknown })}
      />
      {model.vocabulary.ids.has(END_TOKEN) && (
        <Toggle
          label={text('sample.stop')}
          checked={settings.stopAtEnd}
          onChange={(stopAtEnd) => change({ stopAtEnd })}
        />
      )}
    </div>
  );
}

/** What is to be said of the beginning as the model reads it. */
function useBeginningHint(sample: Sample | null, model: TextModel, begin: string): string {
  const text = useText(samplingMessages);
  const unknown = sample?.beginning.filter(({ known }) => !known) ?? [];
  if (sample?.standsIn) {
    return text('sample.begin-stands-in', { token: visibleSymbol(sample.beginning[0]?.text ?? '') });
  }
  if (unknown.length > 0) {
    const tokens = [...new Set(unknown.map((token) => visibleSymbol(token.text)))].slice(0, 6).join(' ');
    return text('sample.begin-unknown', { count: unknown.length, tokens });
  }
  if (sample && sample.beginning.length >= MOST_TOKENS)
    return text('sample.begin-cut', { most: MOST_TOKENS });
  // Before anything was begun, nobody knows whether the model can begin by itself.
  if (begin !== '' || sample === null) return '';
  return text(model.vocabulary.ids.has(END_TOKEN) ? 'sample.begin-end' : 'sample.begin-hint');
}

export interface SamplingControlsProps extends ControlProps {
  readonly model: TextModel;
  readonly sample: Sample | null;
}

/** Everything that can be set about a sampled text. */
export function SamplingControls({ settings, change, model, sample }: SamplingControlsProps) {
  const text = useText(samplingMessages);
  const hint = useBeginningHint(sample, model, settings.begin);
  return (
    <div className={styles.controls}>
      <div className={styles.begin}>
        <TextField
          label={text('sample.begin')}
          value={settings.begin}
          hint={hint}
          rows={1}
          maxLength={2048}
          onChange={(begin) => change({ begin })}
        />
        <span className={styles.pair}>
          <NumberField
            label={text('sample.seed')}
            value={settings.draws}
            min={0}
            max={MOST_SEED}
            integer
            onChange={(draws) => change({ draws })}
          />
          <Button onClick={() => change({ draws: (settings.draws + 1) % (MOST_SEED + 1) })}>
            {text('sample.other-seed')}
          </Button>
        </span>
      </div>
      <ShapeBar settings={settings} change={change} model={model} />
    </div>
  );
}
