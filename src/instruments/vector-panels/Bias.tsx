import { useMemo } from 'react';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { percentText } from '../../components/plots/percentText.ts';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import { AxisEnds } from './AxisEnds.tsx';
import { AxisTable } from './AxisTable.tsx';
import { reachOf } from './axis-words.ts';
import { MOST_PAIRS, type PairAgreement } from './bias-words.ts';
import { hasCharacters, type PanelProps, type Pointing } from './panel.ts';
import { Failed, MissingWords } from './Said.tsx';
import { type BiasAnswer, useBias } from './useBias.ts';
import styles from './vector-panels.module.css';
import { WordsField } from './WordsField.tsx';
import { readPairs, readWords } from './word-lists.ts';

const MOST_JUDGED = 40;

/** How well each pair goes the common way. */
function Pairs({ pairs }: { readonly pairs: readonly PairAgreement[] }) {
  const text = useText(vectorPanelMessages);
  return (
    <table className={styles.parts}>
      <caption>{text('vectorpanels.pairs-caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('vectorpanels.pair')}</th>
          <th scope="col">{text('vectorpanels.cosine')}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ from, to, cosine }) => (
          <tr key={`${from} ${to}`}>
            <th scope="row">
              <bdi>{from}</bdi> → <bdi>{to}</bdi>
            </th>
            <td>{cosine === null ? text('vectorpanels.pair-none') : formatFixed(cosine, 3)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The words along the direction, its ends, and how far it is the pairs' own. */
function Found({ answer, pointing }: { readonly answer: BiasAnswer; readonly pointing: Pointing }) {
  const text = useText(vectorPanelMessages);
  const { bias, placed, pending } = answer;
  const first = bias.pairs.find(({ cosine }) => cosine !== null);
  if (!bias.direction || !first) {
    return bias.reason ? (
      <p className={styles.error} role="alert">
        {text(`vectorpanels.bias-${bias.reason}`)}
      </p>
    ) : null;
  }
  const ends = { low: first.from, high: first.to, pointing };
  return (
    <>
      <p className={styles.note}>
        {text('vectorpanels.bias-share', { share: percentText(bias.share), count: bias.pairs.length })}
      </p>
      {placed.length > 0 && (
        <AxisTable
          caption={text('vectorpanels.bias-caption')}
          words={placed}
          axis={0}
          reach={reachOf(placed)}
          isOld={pending}
          {...ends}
        />
      )}
      <AxisEnds answer={answer} axis={0} {...ends} />
      <Pairs pairs={bias.pairs} />
    </>
  );
}

/** The direction in which pairs of words differ, and where other words lie along it. */
export function Bias({ set, settings, change, pointing }: PanelProps) {
  const text = useText(vectorPanelMessages);
  const characters = hasCharacters(set);
  const { pairs, others } = useMemo(() => readPairs(settings.pairs, MOST_PAIRS), [settings.pairs]);
  const judged = useMemo(
    () => readWords(settings.judged, { most: MOST_JUDGED, characters }),
    [settings.judged, characters],
  );
  const answer = useBias(set, pairs, judged, settings.centred);
  const replaceIn = (field: 'pairs' | 'judged') => (missing: string, word: string) =>
    change({ [field]: settings[field].replaceAll(missing, () => word) });
  return (
    <section className={styles.panel} aria-label={text('vectorpanels.bias')} data-panel="bias">
      <WordsField
        label={text('vectorpanels.pairs')}
        hint={text('vectorpanels.pairs-hint')}
        value={settings.pairs}
        rows={3}
        onChange={(typed) => change({ pairs: typed })}
      />
      {others.length > 0 && (
        <p className={styles.error} role="alert">
          {text('vectorpanels.no-pair', { parts: others.slice(0, 3).join(' · ') })}
        </p>
      )}
      <MissingWords set={set} words={answer?.missingPairs ?? []} onReplace={replaceIn('pairs')} />
      <WordsField
        label={text('vectorpanels.judged')}
        value={settings.judged}
        onChange={(typed) => change({ judged: typed })}
      />
      <MissingWords set={set} words={answer?.missing ?? []} onReplace={replaceIn('judged')} />
      <Toggle
        label={text('vectorpanels.centred')}
        checked={settings.centred}
        onChange={(centred) => change({ centred })}
      />
      <Failed detail={answer?.failed ?? null} />
      {answer && <Found answer={answer} pointing={pointing} />}
    </section>
  );
}
