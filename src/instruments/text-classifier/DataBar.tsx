import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { textClassifierMessages } from '../../i18n/messages/text-classifier.ts';
import { SourceSelect } from '../texts/SourceSelect.tsx';
import { SourceZone } from '../texts/SourceZone.tsx';
import tools from '../tools/tools.module.css';
import { DATA_SETS } from './data-sets.ts';
import { type ClassifierSettings, DATA, LOSSES, MOST_WORD_NGRAMS, SIZES } from './settings.ts';
import styles from './text-classifier.module.css';
import type { LabelledSource } from './useLabelledText.ts';

export interface DataBarProps {
  readonly settings: ClassifierSettings;
  readonly change: (part: Partial<ClassifierSettings>) => void;
  readonly source: LabelledSource;
}

const FAULTS_SHOWN = 6;

/** Lines of the reader's own that nothing can be learnt from, by their numbers. */
function Faults({ faults }: Pick<LabelledSource, 'faults'>) {
  const text = useText(textClassifierMessages);
  if (faults.length === 0) return null;
  return (
    <div className={styles.faults} role="status" data-testid="faults">
      <p>{text('classifier.faults', { count: faults.length })}</p>
      <ul>
        {faults.slice(0, FAULTS_SHOWN).map(({ line, code, found }) => (
          <li key={line}>{text(`classifier.fault-${code}`, { line, found })}</li>
        ))}
      </ul>
    </div>
  );
}

/** Typed, pasted, dropped or picked lines. */
function OwnLines({ settings, change, source }: DataBarProps) {
  const text = useText(textClassifierMessages);
  const { data, ownText, kept, level } = settings;
  if (data !== 'own' && data !== 'kept') return null;
  const asked = { source: data, ownText, kept, level };
  return (
    <>
      <p className={tools.note}>{text('classifier.format')}</p>
      <SourceZone
        settings={asked}
        state={source.own}
        name={source.own.text?.name ?? text('classifier.data-own')}
        change={({ source: chosen, ...part }) => change({ data: chosen, ...part })}
      >
        {(texts) =>
          texts.length > 0 && (
            <SourceSelect
              value={asked}
              offered={[{ value: 'own', label: text('classifier.data-own') }]}
              texts={texts}
              onChange={({ source: chosen, ...part }) =>
                change({ data: chosen === 'kept' ? 'kept' : 'own', ...part })
              }
            />
          )
        }
      </SourceZone>
      <Faults faults={source.faults} />
    </>
  );
}

/** Which labelled lines, and what learns them. */
export function DataBar(props: DataBarProps) {
  const { settings, change } = props;
  const text = useText(textClassifierMessages);
  const { data, loss, wordNgrams, dimensions } = settings;
  const offered = DATA.filter((name) => name !== 'kept' || data === 'kept');
  return (
    <>
      <div className={tools.bar}>
        <Select
          label={text('classifier.data')}
          value={data}
          options={offered.map((value) => ({ value, label: text(`classifier.data-${value}`) }))}
          onChange={(chosen) => {
            const { level, pair } = DATA_SETS[chosen];
            change({ data: chosen, level, ...pair, label: 0 });
          }}
        />
        <SegmentedControl
          label={text('classifier.loss')}
          value={loss}
          options={LOSSES.map((value) => ({ value, label: text(`classifier.loss-${value}`) }))}
          onChange={(chosen) => change({ loss: chosen })}
        />
      </div>
      <div className={tools.bar}>
        <Slider
          label={text('classifier.ngrams')}
          value={wordNgrams}
          min={1}
          max={MOST_WORD_NGRAMS}
          step={1}
          onChange={(n) => change({ wordNgrams: n })}
        />
        <Select
          label={text('classifier.dimensions')}
          value={dimensions}
          options={SIZES.map((value) => ({ value, label: value }))}
          onChange={(chosen) => change({ dimensions: chosen })}
        />
        <SegmentedControl
          label={text('classifier.level')}
          value={settings.level}
          options={(['word', 'character'] as const).map((value) => ({
            value,
            label: text(`classifier.level-${value}`),
          }))}
          onChange={(level) => change({ level })}
        />
      </div>
      <OwnLines {...props} />
    </>
  );
}
