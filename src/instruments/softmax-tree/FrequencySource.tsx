import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { useText } from '../../components/text/useText.tsx';
import { softmaxTreeMessages } from '../../i18n/messages/softmax-tree.ts';
import texts from '../texts/texts.module.css';
import tools from '../tools/tools.module.css';
import { useWordTextName, WordText } from '../word-texts/WordText.tsx';
import { ListField, type ListFieldProps } from './ListField.tsx';

export interface FrequencySourceProps extends ListFieldProps {
  /** Most words that are taken. */
  readonly most: number;
  /** Text and tokens stand open; else a button opens them. */
  readonly open?: boolean;
}

/** The most frequent words of a text, of how many. */
function TextBar({ settings, change, state, most, open = false }: FrequencySourceProps) {
  const text = useText(softmaxTreeMessages);
  const name = useWordTextName(state.text);
  const [isOpen, setOpen] = useState(open);
  const { read } = state.text;
  return (
    <>
      <div className={tools.bar}>
        <span className={texts.inline}>
          <NumberField
            label={text('tree.top')}
            value={Math.min(settings.words, most)}
            min={2}
            max={most}
            integer
            onChange={(words) => change({ words })}
          />
        </span>
        {read && (
          <span className={tools.note}>
            {text('tree.top-of', { words: read.words.length, types: read.types, name })}
          </span>
        )}
        <Button expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {text('tree.text')}
        </Button>
      </div>
      {isOpen && <WordText settings={settings} change={change} state={state.text} />}
      {!isOpen && state.text.status === 'failed' && <p role="alert">{text('tree.text-failed')}</p>}
    </>
  );
}

/** Where words and counts come from: a text, or a list of the reader's own. */
export function FrequencySource(props: FrequencySourceProps) {
  const { settings, change } = props;
  const text = useText(softmaxTreeMessages);
  return (
    <>
      <div className={tools.bar}>
        <SegmentedControl
          label={text('tree.from')}
          value={settings.from}
          options={(['text', 'list'] as const).map((value) => ({ value, label: text(`tree.from-${value}`) }))}
          onChange={(from) => change({ from })}
        />
      </div>
      {settings.from === 'text' ? <TextBar {...props} /> : <ListField {...props} />}
    </>
  );
}
