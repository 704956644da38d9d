import { type ReactNode, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../components/controls/Button.tsx';
import { PlayButton } from '../../components/controls/PlayButton.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { feedbackMessages } from '../../i18n/messages/feedback.ts';
import { initialiseNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import { DIGITS, END, spelling } from '../../models/tasks/spell-digit.ts';
import type { Run } from '../../store/run-state.ts';
import { useFigure } from '../link/useFigure.ts';
import { useParameters } from '../runs/useParameters.ts';
import { usePlaying } from '../runs/usePlaying.ts';
import { useRuns } from '../runs/useRuns.ts';
import { useSmallRunTier } from '../runs/useSmallRunTier.ts';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import {
  AMBIGUOUS,
  DECODERS,
  type DecoderModel,
  decoderConfig,
  decoderModel,
  followersOf,
  LAST_STEP,
  readName,
  shareOf,
  writeName,
} from './decoders.ts';
import styles from './feedback.module.css';
import { MEMORY_TABLE } from './settings.ts';

const MODELS = DECODERS.map(decoderModel);

interface Trained {
  readonly model: DecoderModel;
  readonly parameters: Float64Array;
}

/** The three networks as they are now; before a worker has said anything, as the seed makes them. */
function useTrained(runs: readonly Run[] | null, seed: number): readonly Trained[] {
  const fresh = useMemo(
    () => MODELS.map(({ network }) => initialiseNetwork(network, createRandom(seed), {})),
    [seed],
  );
  const known = [
    useParameters(runs?.[0] ?? null),
    useParameters(runs?.[1] ?? null),
    useParameters(runs?.[2] ?? null),
  ];
  return MODELS.map((model, i) => ({ model, parameters: known[i] ?? fresh[i] ?? new Float64Array() }));
}

const probabilityOf = ({ model, parameters }: Trained, digit: number, step: number, symbol: string): number =>
  readName(model, parameters, digit)[step]?.[model.task.classes.indexOf(symbol)] ?? Number.NaN;

function Heads(props: { readonly first: string }) {
  const text = useText(feedbackMessages);
  return (
    <thead>
      <tr>
        <th scope="col">{props.first}</th>
        {DECODERS.map((decoder) => (
          <th key={decoder} scope="col">
            {text(`memory.${decoder}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Every place after a letter: how probable what follows there is to each decoder. */
function Places({ trained, after }: { readonly trained: readonly Trained[]; readonly after: string }) {
  const text = useText(feedbackMessages);
  const caption = text('memory.table', { letter: after });
  return (
    <ScrollBox label={caption} className={styles.scroll ?? ''}>
      <table className={`${styles.table} ${styles.places}`} data-testid="places">
        <caption>{caption}</caption>
        <Heads first={text('memory.place')} />
        <tbody>
          {followersOf(after).map((place) => (
            <tr key={place.before + place.follows}>
              <th scope="row">
                {place.before} → {place.follows}
              </th>
              {trained.map((each) => {
                const share = probabilityOf(each, place.digit, place.step, place.follows);
                return (
                  <td key={each.model.decoder} data-decoder={each.model.decoder}>
                    <span className={styles.bar} aria-hidden="true">
                      <span style={{ width: `${100 * share}%` }} />
                    </span>
                    {share.toFixed(2)}{' '}
                    <span className={styles.share}>
                      {text('memory.best', { share: shareOf(each.model.decoder, place).toFixed(2) })}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const isRight = (written: string, digit: number): boolean => written === spelling(digit).join('');

/** What each decoder writes when nobody helps. */
function Names({ trained }: { readonly trained: readonly Trained[] }) {
  const text = useText(feedbackMessages);
  const caption = text('memory.names');
  const written = trained.map(({ model, parameters }) =>
    DIGITS.map((_, digit) => writeName(model, parameters, digit)),
  );
  return (
    <ScrollBox label={caption} className={styles.scroll ?? ''}>
      <table className={styles.table} data-testid="names">
        <caption>{caption}</caption>
        <Heads first={text('memory.digit')} />
        <tbody>
          {DIGITS.map((digit, i) => (
            <tr key={digit}>
              <th scope="row">{digit}</th>
              {written.map((names, of) => {
                const right = isRight(names[i] ?? '', i);
                return (
                  <td key={DECODERS[of]} data-decoder={DECODERS[of]}>
                    <span className={right ? styles.right : styles.wrong}>{right ? '✓' : '✗'}</span>{' '}
                    {(names[i] ?? '').replace(END, '')}
                    {(names[i] ?? '').endsWith(END) ? '' : '…'}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{text('memory.spelt')}</th>
            {written.map((names, of) => (
              <td key={DECODERS[of]} data-testid={`spelt-${DECODERS[of]}`}>
                {text('memory.spelt-of', { right: names.filter(isRight).length, all: names.length })}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{text('memory.waits')}</th>
            {DECODERS.map((decoder) => (
              <td key={decoder}>{text(decoder === 'teacher' ? 'memory.waits-all' : 'memory.waits-none')}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Progress({ run }: { readonly run: Run }) {
  const text = useText(feedbackMessages);
  const step = useStore(run.store, ({ frame }) => frame?.stats.step ?? 0);
  return (
    <span className={tools.note} data-testid="memory-progress" data-step={step}>
      {text('memory.progress', { step, until: LAST_STEP })}
    </span>
  );
}

const rowsOf = (trained: readonly Trained[], after: string) =>
  followersOf(after).map((place) => [
    place.before,
    place.follows,
    ...trained.flatMap((each) => [
      probabilityOf(each, place.digit, place.step, place.follows),
      shareOf(each.model.decoder, place),
    ]),
  ]);

/** Three decoders on one task: with a hidden state, with only what was said last, and with that and the input. */
export function MemoryFigure(props: {
  /** Names the figure in links. */
  readonly id: string;
  readonly caption?: ReactNode;
}) {
  const text = useText(feedbackMessages);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(MEMORY_TABLE, props.id);
  const { settings, change } = figure;
  const { after, seed } = settings;
  const tier = useSmallRunTier();
  const configs = (of: number) => DECODERS.map((decoder) => decoderConfig(decoder, of));
  const runs = useRuns(frame, configs(seed), { until: LAST_STEP, tier });
  const playing = usePlaying(runs.runs) && runs.isWanted;
  const trained = useTrained(runs.runs, seed);
  const reseed = () => {
    const next = (seed + 1) % 2 ** 32;
    change({ seed: next });
    runs.restart(configs(next));
  };
  const slowest = runs.runs?.at(-1);
  return (
    <ToolFigure
      id={props.id}
      title={text('memory.title')}
      caption={props.caption}
      table={MEMORY_TABLE}
      figure={figure}
      csv={() => [
        ['before', 'follows', ...DECODERS.flatMap((decoder) => [decoder, `${decoder} share`])],
        ...rowsOf(trained, after),
      ]}
      numbers={<p className={tools.note}>{text('memory.above')}</p>}
    >
      <div ref={frame} className={styles.main}>
        <div className={tools.bar}>
          <PlayButton playing={playing} onToggle={playing ? runs.pause : runs.play} />
          <Button icon="reset" label={text('figure.reset')} onClick={runs.reset} />
          <Button onClick={reseed}>{text('memory.seed')}</Button>
          <Select
            label={text('memory.after')}
            value={after}
            options={AMBIGUOUS.map((value) => ({ value, label: value }))}
            onChange={(letter) => change({ after: letter })}
          />
          {slowest ? (
            <Progress run={slowest} />
          ) : (
            <span className={tools.note}>{text('memory.waiting')}</span>
          )}
        </div>
        <div className={styles.tables}>
          <Places trained={trained} after={after} />
          <Names trained={trained} />
        </div>
      </div>
    </ToolFigure>
  );
}
