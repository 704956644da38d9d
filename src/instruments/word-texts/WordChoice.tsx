import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { useText } from '../../components/text/useText.tsx';
import { wordTextsMessages } from '../../i18n/messages/word-texts.ts';
import type { KeptText } from '../../store/texts.ts';
import { SourceSelect } from '../texts/SourceSelect.tsx';
import { ENDS } from '../texts/settings.ts';
import texts from '../texts/texts.module.css';
import { MIN_COUNT, PARTS, WORD_SOURCES, WORDS, type WordTextSettings } from './settings.ts';

interface WordChoiceProps {
  readonly settings: WordTextSettings;
  readonly kept: readonly KeptText[];
  readonly change: (part: Partial<WordTextSettings>) => void;
}

/** Which text, how much of it, what a word of it is, and which words are kept. */
export function WordChoice({ settings, kept, change }: WordChoiceProps) {
  const text = useText(wordTextsMessages);
  const { part, level, ends } = settings;
  const label = (source: (typeof WORD_SOURCES)[number]) =>
    text(source === 'english' ? 'word-texts.english' : `setup.corpus.${source}`);
  return (
    <>
      <div className={texts.bar}>
        <SourceSelect
          value={settings}
          offered={WORD_SOURCES.map((value) => ({ value, label: label(value) }))}
          texts={kept}
          onChange={change}
        />
        <Select
          label={text('word-texts.part')}
          value={part}
          options={PARTS.map((value) => ({ value, label: text(`word-texts.part-${value}`) }))}
          onChange={(chosen) => change({ part: chosen })}
        />
        <Select
          label={text('word-texts.ends')}
          value={ends}
          options={ENDS.map((value) => ({ value, label: text(`word-texts.ends-${value}`) }))}
          onChange={(chosen) => change({ ends: chosen })}
        />
        <SegmentedControl
          label={text('word-texts.level')}
          value={level}
          options={(['word', 'character'] as const).map((value) => ({
            value,
            label: text(`setup.level.${value}`),
          }))}
          onChange={(chosen) => change({ level: chosen })}
        />
      </div>
      <Limits settings={settings} change={change} />
    </>
  );
}

function Limits({ settings, change }: Omit<WordChoiceProps, 'kept'>) {
  const text = useText(wordTextsMessages);
  return (
    <div className={texts.bar}>
      <span className={texts.inline}>
        <NumberField
          label={text('word-texts.min-count')}
          value={settings.minCount}
          min={MIN_COUNT.least}
          max={MIN_COUNT.most}
          integer
          onChange={(minCount) => change({ minCount })}
        />
      </span>
      <span className={texts.inline}>
        <NumberField
          label={text('word-texts.words')}
          value={settings.words}
          min={WORDS.least}
          max={WORDS.most}
          integer
          onChange={(words) => change({ words })}
        />
      </span>
    </div>
  );
}
