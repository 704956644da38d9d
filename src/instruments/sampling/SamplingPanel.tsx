import { type RefObject, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { type TextToken, TokenText } from '../../components/controls/TokenText.tsx';
import { useText } from '../../components/text/useText.tsx';
import { samplingMessages } from '../../i18n/messages/sampling.ts';
import type { TextModel } from '../../models/language/text-model.ts';
import { END_TOKEN, UNKNOWN_TOKEN } from '../../models/text/vocabulary.ts';
import { useSeen } from '../runs/useSeen.ts';
import tools from '../tools/tools.module.css';
import { useExports } from '../tools/useExports.ts';
import { ChoicePanel } from './ChoicePanel.tsx';
import { DrawBar } from './DrawBar.tsx';
import { ChoiceTable, choiceCsv, TextTable, textCsv } from './SampleTables.tsx';
import { SamplingControls } from './SamplingControls.tsx';
import { type Sample, stopOf } from './sample.ts';
import styles from './sampling.module.css';
import { optionsOf, SAMPLING_TABLE, type SamplingSettings } from './settings.ts';
import { type ShownChoice, shownChoice } from './shown-choice.ts';
import { type Sampling, useSampler } from './useSampler.ts';

export interface SamplingPanelProps {
  /** Names its exports, and is unique on the page. */
  readonly id: string;
  /** A network by `useTextModel`, or an n-gram model by `ngramTextModel`; null while there is none. */
  readonly model: TextModel | null;
  /** Optimiser steps behind the model; null for one that was counted. */
  readonly step: number | null;
  /** Of `SAMPLING_TABLE`. */
  readonly settings: SamplingSettings;
  readonly change: (part: Partial<SamplingSettings>) => void;
}

/** Text drawn from a model token by token, with the distribution that each token was drawn from. */
export function SamplingPanel(props: SamplingPanelProps) {
  const text = useText(samplingMessages);
  const frame = useRef<HTMLElement>(null);
  const { model, step, settings } = props;
  const seen = useSeen(frame);
  const sampling = useSampler(model, step, settings, seen.now);
  // What is set now concerns the token to come: the bars turn to it.
  const change = (part: Partial<SamplingSettings>) => {
    sampling.sampler.look(null);
    props.change(part);
  };
  return (
    <section
      ref={frame}
      id={props.id}
      className={`${tools.root} ${styles.panel}`}
      aria-label={text('sample.title')}
    >
      {model ? (
        <Body {...props} model={model} change={change} sampling={sampling} frame={frame} />
      ) : (
        <p className={tools.waiting}>{text('sample.no-model')}</p>
      )}
    </section>
  );
}

interface BodyProps extends SamplingPanelProps {
  readonly model: TextModel;
  readonly sampling: Sampling;
  readonly frame: RefObject<HTMLElement | null>;
}

function Body({ id, model, step, settings, change, sampling, frame }: BodyProps) {
  const { sample, at } = sampling;
  const options = useMemo(() => optionsOf(settings), [settings]);
  const shown = useMemo(() => sample && shownChoice(sample, at, options), [sample, at, options]);
  const stop = useMemo(() => sample && stopOf(sample, options), [sample, options]);
  return (
    <>
      <SamplingControls settings={settings} change={change} model={model} sample={sample} />
      <DrawBar sampling={sampling} stop={stop} settings={settings} change={change} />
      {sample && (
        <>
          <Origin sampling={sampling} sample={sample} model={model} step={step} />
          <div className={styles.main}>
            <SampleText sampling={sampling} sample={sample} />
            {shown && (
              <ChoicePanel
                shown={shown}
                tokens={sample.model.vocabulary.tokens}
                place={at === null ? null : at + 1}
              />
            )}
          </div>
          <Numbers id={id} sample={sample} shown={shown} settings={settings} frame={frame} />
        </>
      )}
    </>
  );
}

/** Which model the text was drawn from, where that is not the one of now. */
function Origin(props: {
  readonly sampling: Sampling;
  readonly sample: Sample;
  readonly model: TextModel;
  readonly step: number | null;
}) {
  const text = useText(samplingMessages);
  const { sample, model, step, sampling } = props;
  if (sample.model === model || sample.draws.length === 0) {
    return sample.step === null ? null : (
      <p className={styles.note}>{text('sample.at-step', { step: sample.step })}</p>
    );
  }
  const said =
    sample.step !== null && step !== null && sample.step !== step
      ? text('sample.from-step', { step: sample.step, now: step })
      : text('sample.from-other');
  return (
    <p className={styles.origin}>
      {said}
      <Button onClick={() => sampling.restart(sample.draws.length)}>{text('sample.anew')}</Button>
    </p>
  );
}

const isMark = (token: string): boolean => token === UNKNOWN_TOKEN || token === END_TOKEN;

function SampleText({ sampling, sample }: { readonly sampling: Sampling; readonly sample: Sample }) {
  const text = useText(samplingMessages);
  const { beginning, draws, model } = sample;
  const read = useMemo(
    () =>
      beginning.map(({ text: token, known }): TextToken => {
        if (!known && token !== UNKNOWN_TOKEN) return { text: token, special: 'unknown' };
        return { text: token, special: isMark(token) ? 'mark' : null };
      }),
    [beginning],
  );
  const kinds = useMemo(
    () =>
      model.vocabulary.tokens.map(
        (token): TextToken => ({ text: token, special: isMark(token) ? 'mark' : null }),
      ),
    [model.vocabulary],
  );
  const drawn = useMemo(
    () => draws.map(({ token }) => kinds[token] ?? { text: '', special: null }),
    [draws, kinds],
  );
  return (
    <TokenText
      label={text('sample.text')}
      beginning={read}
      tokens={drawn}
      level={model.level}
      selected={sampling.at}
      onSelect={sampling.sampler.look}
      nextLabel={text('sample.to-come')}
    />
  );
}

/** The same numbers as tables and files. */
function Numbers(props: {
  readonly id: string;
  readonly sample: Sample;
  readonly shown: ShownChoice | null;
  readonly settings: SamplingSettings;
  readonly frame: RefObject<HTMLElement | null>;
}) {
  const text = useText(samplingMessages);
  const { id, sample, shown, settings, frame: root } = props;
  const [open, setOpen] = useState(false);
  const { tokens } = sample.model.vocabulary;
  const common = { table: SAMPLING_TABLE, settings, root };
  const choices = useExports({
    ...common,
    figure: `${id}-distribution`,
    csv: () => (shown ? choiceCsv(shown, tokens) : []),
  });
  const texts = useExports({ ...common, figure: `${id}-text`, csv: () => textCsv(sample) });
  return (
    <div className={styles.numbers}>
      <div className={styles.bar}>
        <Button icon="table" pressed={open} onClick={() => setOpen(!open)}>
          {text('sample.table')}
        </Button>
        <Button icon="export" disabled={!shown} onClick={() => void choices.save('csv')}>
          {text('sample.csv-choice')}
        </Button>
        <Button icon="export" disabled={sample.draws.length === 0} onClick={() => void texts.save('csv')}>
          {text('sample.csv-text')}
        </Button>
      </div>
      {open && shown && <ChoiceTable shown={shown} tokens={tokens} />}
      {open && <TextTable sample={sample} />}
    </div>
  );
}
