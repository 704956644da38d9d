import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { samplingMessages } from '../../i18n/messages/sampling.ts';
import { isReady, MOST_TOKENS, type Stop } from './sample.ts';
import styles from './sampling.module.css';
import { MOST_DRAWN, type SamplingSettings } from './settings.ts';
import type { Sampling } from './useSampler.ts';

/** How far the reading of the beginning, or a long draw, has come. */
function Progress({ sampling }: { readonly sampling: Sampling }) {
  const text = useText(samplingMessages);
  const { sample, wanted, asked, sampler } = sampling;
  if (!sample) return null;
  const isReading = !isReady(sample);
  if (!isReading && wanted === 0) return null;
  const done = isReading ? sample.read : asked - wanted;
  const all = isReading ? sample.beginning.length : asked;
  const label = text(isReading ? 'sample.reading' : 'sample.progress', { done, asked: all });
  return (
    <p className={styles.progress}>
      <progress max={all} value={done} aria-label={label} />
      <span>{label}</span>
      {wanted > 0 && <Button onClick={sampler.pause}>{text('sample.cancel')}</Button>}
    </p>
  );
}

export interface DrawBarProps {
  readonly sampling: Sampling;
  readonly stop: Stop | null;
  readonly settings: SamplingSettings;
  readonly change: (part: Partial<SamplingSettings>) => void;
}

/** Token by token, many at once, and back. */
export function DrawBar({ sampling, stop, settings, change }: DrawBarProps) {
  const text = useText(samplingMessages);
  const { sampler, sample, playing } = sampling;
  const isShut = stop !== null || sample === null;
  return (
    <>
      <div className={styles.bar}>
        <Button primary={stop === null} disabled={isShut} onClick={() => sampler.draw(1)}>
          {text('sample.next')}
        </Button>
        <Button
          icon={playing ? 'pause' : 'play'}
          disabled={isShut}
          onClick={playing ? sampler.pause : sampler.play}
        >
          {text(playing ? 'figure.pause' : 'figure.play')}
        </Button>
        <Button disabled={isShut} onClick={() => sampler.draw(settings.length)}>
          {text('sample.generate', { count: settings.length })}
        </Button>
        <NumberField
          quiet
          label={text('sample.count')}
          value={settings.length}
          min={1}
          max={MOST_DRAWN}
          integer
          onChange={(length) => change({ length })}
        />
        <Button
          icon="back"
          label={text('sample.back')}
          disabled={!sample || sample.draws.length === 0}
          onClick={sampler.back}
        />
        <Button
          icon="reset"
          label={text('sample.restart')}
          disabled={!sample}
          onClick={() => sampling.restart()}
        />
      </div>
      <Progress sampling={sampling} />
      {stop && (
        <p className={styles.note} role="status">
          {text(`sample.stopped-${stop}`, { most: MOST_TOKENS })}
        </p>
      )}
    </>
  );
}
