import { type ReactNode, useMemo, useRef } from 'react';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { MARKER_PATHS } from '../../../components/plots/Marker.tsx';
import { SmallMap } from '../../../components/plots/SmallMap.tsx';
import { useLocale, useText } from '../../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../../i18n/locale.ts';
import { SetGate } from '../../../instruments/analogy/SetGate.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import panels from '../../../instruments/vector-panels/vector-panels.module.css';
import { biasMessages } from '../messages.ts';
import styles from './figures.module.css';
import type { Both, Left } from './left.ts';
import { digits3, list, percent } from './say.ts';
import { DIRECTIONS, LEFT_TABLE, LOOKED_AT } from './settings.ts';
import { useLeft } from './useLeft.ts';
import { usePage } from './usePage.ts';

/** Ends of both directions that can be chosen. */
const [LOW, HIGH] = ['he', 'she'] as const;
const SIZES = [100, 250, 500, 1000] as const;
const SHOWN = 8;

type Test = readonly [name: string, both: Both, say: (value: number) => string, id: string];

function useTests(left: Left): readonly Test[] {
  const text = useText(biasMessages);
  return [
    [text('bias.test-along'), left.along, digits3, 'along'],
    [text('bias.test-centre'), left.centre, percent, 'centre'],
    [text('bias.test-cluster'), left.cluster, percent, 'cluster'],
    [text('bias.test-correlation', { high: HIGH }), left.correlation, digits3, 'correlation'],
  ];
}

function Tests({ left }: { readonly left: Left }) {
  const text = useText(biasMessages);
  const tests = useTests(left);
  const chance = text('bias.chance', { share: percent(0.5) });
  return (
    <table className={styles.numbers} data-testid="tests">
      <thead>
        <tr>
          <th scope="col">{text('bias.head-test')}</th>
          <th scope="col">{text('bias.head-before')}</th>
          <th scope="col">{text('bias.head-after')}</th>
        </tr>
      </thead>
      <tbody>
        {tests.map(([name, both, say, id]) => (
          <tr key={id} data-test={id}>
            <th scope="row">
              {name}
              {say === percent && <span className={panels.note}> {chance}</span>}
            </th>
            <td>{say(both.before)}</td>
            <td data-strong="">{say(both.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Maps({ left }: { readonly left: Left }) {
  const text = useText(biasMessages);
  const classes = useMemo(
    () => Uint8Array.from([...left.low.map(() => 0), ...left.high.map(() => 1)]),
    [left],
  );
  const sides = [LOW, HIGH].map((word) => text('bias.side', { word }));
  return (
    <>
      <div className={styles.maps}>
        {(['before', 'after'] as const).map((when) => (
          <figure key={when}>
            <SmallMap
              name={text('bias.map', { when: text(`bias.head-${when}`) })}
              classes={classes}
              kind="groups"
              classCount={2}
              width={2}
              positions={left.maps[when]}
            />
            <figcaption>{text(`bias.head-${when}`)}</figcaption>
          </figure>
        ))}
      </div>
      <ul className={styles.legend}>
        {sides.map((side, i) => (
          <li key={side}>
            <svg width={14} height={14} viewBox="-7 -7 14 14" aria-hidden="true">
              <path
                d={MARKER_PATHS[i === 0 ? 'circle' : 'square']}
                fill={i === 0 ? 'var(--role-cell)' : 'var(--role-reset)'}
              />
            </svg>
            {side}
          </li>
        ))}
      </ul>
    </>
  );
}

function Neighbours({ left }: { readonly left: Left }) {
  const text = useText(biasMessages);
  return (
    <table className={styles.numbers} data-testid="near">
      <caption>{text('bias.neighbours', { high: HIGH, base: percent(left.base) })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('bias.head-word')}</th>
          <th scope="col">{text('bias.head-cos')}</th>
          <th scope="col">{text('bias.head-before')}</th>
          <th scope="col">{text('bias.head-after')}</th>
        </tr>
      </thead>
      <tbody>
        {left.words.map(({ word, along, share }) => (
          <tr key={word} data-hit={word}>
            <th scope="row">{word}</th>
            <td>{digits3(along)}</td>
            <td>{percent(share.before)}</td>
            <td data-strong="">{percent(share.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Results({ left, isOld }: { readonly left: Left; readonly isOld: boolean }) {
  const text = useText(biasMessages);
  return (
    <div className={styles.results} aria-busy={isOld} data-testid="left" data-words={left.low.length}>
      <Tests left={left} />
      <Maps left={left} />
      {(
        [
          [LOW, left.low],
          [HIGH, left.high],
        ] as const
      ).map(([word, words]) => (
        <p key={word} className={panels.note}>
          {text('bias.farthest', { word, words: list(words.slice(0, SHOWN)) })}
        </p>
      ))}
      <Neighbours left={left} />
    </div>
  );
}

function Table({ left }: { readonly left: Left }) {
  const text = useText(biasMessages);
  const tests = useTests(left);
  return (
    <NumberTable
      caption={text('bias.left-title')}
      heads={[text('bias.head-test'), text('bias.head-before'), text('bias.head-after')]}
      rows={tests.map(([name, both, , id]) => ({
        id,
        cells: [name, both.before.toFixed(4), both.after.toFixed(4)],
      }))}
    />
  );
}

const csvOf = (left: Left | null) => [
  ['word', 'cosine', 'neighbours before', 'neighbours after'],
  ...(left?.words.map(({ word, along, share }) => [word, along, share.before, share.after]) ?? []),
];

/** What can still be read from the vectors of which the direction was taken. */
export function LeftFigure({ id, caption }: { readonly id: string; readonly caption?: ReactNode }) {
  const text = useText(biasMessages);
  const whole = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const frame = useRef<HTMLDivElement>(null);
  const figure = useFigure(LEFT_TABLE, id);
  const { settings, change } = figure;
  const page = usePage(frame);
  const { left, isOld } = useLeft(page.set, settings);
  return (
    <ToolFigure
      id={id}
      title={text('bias.left-title')}
      caption={caption}
      table={LEFT_TABLE}
      figure={figure}
      csv={() => csvOf(left)}
      numbers={left && <Table left={left} />}
    >
      <div ref={frame} className={styles.figure}>
        <SetGate page={page}>
          {() => (
            <>
              <div className={styles.row}>
                <SegmentedControl
                  label={text('bias.direction')}
                  value={settings.direction}
                  options={DIRECTIONS.map((value) => ({ value, label: text(`bias.from-${value}`) }))}
                  onChange={(direction) => change({ direction })}
                />
                <SegmentedControl
                  label={text('bias.most')}
                  value={String(settings.most)}
                  options={SIZES.map((size) => ({ value: String(size), label: whole.format(size) }))}
                  onChange={(most) => change({ most: Number(most) })}
                />
              </div>
              {left ? (
                <Results left={left} isOld={isOld} />
              ) : (
                <p role="status" className={panels.note}>
                  {text('bias.working', { count: LOOKED_AT })}
                </p>
              )}
            </>
          )}
        </SetGate>
      </div>
    </ToolFigure>
  );
}
