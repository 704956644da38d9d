import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { Slider } from '../../components/controls/Slider.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { notationMessages } from '../../i18n/messages/notation.ts';
import tools from '../tools/tools.module.css';
import { ORDERS } from './lexicon.ts';
import {
  EXAMPLES,
  MOST_TOKENS,
  positionToSize,
  SLIDER_STEPS,
  SOURCES,
  sizeToPosition,
  type TokenSettings,
} from './settings.ts';

interface ControlProps {
  readonly settings: TokenSettings;
  readonly change: (part: Partial<TokenSettings>) => void;
}

/** The learner's sentence, in any script, with sentences to start from. */
export function SentenceControls({ settings, change, tokens }: ControlProps & { readonly tokens: number }) {
  const text = useText(notationMessages);
  const cut = tokens > MOST_TOKENS ? text('tokens.cut', { count: tokens, shown: MOST_TOKENS }) : null;
  return (
    <>
      <TextField
        label={text('tokens.sentence')}
        value={settings.sentence}
        hint={cut ?? text('tokens.hint')}
        error={settings.sentence.trim() === '' ? text('tokens.empty') : null}
        rows={1}
        maxLength={20000}
        onChange={(sentence) => change({ sentence, tags: '', at: 1 })}
      />
      <div className={tools.examples}>
        {EXAMPLES.map(({ sentence, source }) => (
          <Button
            key={sentence}
            pressed={settings.sentence === sentence}
            onClick={() => change({ sentence, source, level: 'word', tags: '', at: 1 })}
          >
            {sentence}
          </Button>
        ))}
      </div>
    </>
  );
}

function OwnText({ settings, change }: ControlProps) {
  const text = useText(notationMessages);
  const [draft, setDraft] = useState(settings.ownText);
  return (
    <>
      <TextField
        label={text('tokens.own')}
        value={draft}
        hint={text('tokens.own-hint')}
        rows={4}
        onChange={setDraft}
      />
      <div className={tools.bar}>
        <Button primary disabled={draft === settings.ownText} onClick={() => change({ ownText: draft })}>
          {text('tokens.own-use')}
        </Button>
      </div>
    </>
  );
}

/** From which text the vocabulary is counted, and of what. */
export function SourceControls({ settings, change }: ControlProps) {
  const text = useText(notationMessages);
  return (
    <>
      <div className={tools.bar}>
        <Select
          label={text('tokens.source')}
          value={settings.source}
          options={SOURCES.map((value) => ({ value, label: text(`tokens.source-${value}`) }))}
          onChange={(source) => change({ source })}
        />
        <SegmentedControl
          label={text('tokens.level')}
          value={settings.level}
          options={(['word', 'character'] as const).map((value) => ({
            value,
            label: text(`tokens.level-${value}`),
          }))}
          onChange={(level) => change({ level, tags: '', at: 1 })}
        />
        <SegmentedControl
          label={text('tokens.order')}
          value={settings.order}
          options={ORDERS.map((value) => ({ value, label: text(`tokens.order-${value}`) }))}
          onChange={(order) => change({ order })}
        />
        <Toggle label={text('tokens.end')} checked={settings.end} onChange={(end) => change({ end })} />
      </div>
      {settings.source === 'own' && <OwnText settings={settings} change={change} />}
    </>
  );
}

/** V: by a slider whose equal ways are equal factors, or typed. */
export function SizeControls({ settings, change, most }: ControlProps & { readonly most: number }) {
  const text = useText(notationMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const size = Math.min(settings.size, most);
  return (
    <div className={tools.bar}>
      <Slider
        label={text('tokens.size')}
        value={sizeToPosition(size, most)}
        min={0}
        max={SLIDER_STEPS}
        step={1}
        format={() => plain.format(size)}
        onChange={(position) => change({ size: positionToSize(position, most) })}
      />
      <NumberField
        label={text('tokens.size-exact')}
        quiet
        value={size}
        min={2}
        max={most}
        integer
        onChange={(value) => change({ size: value })}
      />
    </div>
  );
}
