import { useMemo } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { AxisEnds } from './AxisEnds.tsx';
import { AxisTable } from './AxisTable.tsx';
import { reachOf } from './axis-words.ts';
import { agreementOf, type PairAgreement } from './pair-agreement.ts';
import { hasCharacters, type PanelProps } from './panel.ts';
import { Failed, MissingWords } from './Said.tsx';
import { useAxes } from './useAxes.ts';
import styles from './vector-panels.module.css';
import { WordsField } from './WordsField.tsx';
import { readPairs, readWords } from './word-lists.ts';

const MOST_PAIRS = 24;
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

/** The direction in which pairs of words differ, and where other words lie along it. */
export function Bias({ set, settings, change, pointing }: PanelProps) {
  const text = useText(vectorPanelMessages);
  const characters = hasCharacters(set);
  const { pairs, others } = useMemo(() => readPairs(settings.pairs, MOST_PAIRS), [settings.pairs]);
  const judged = useMemo(
    () => readWords(settings.judged, { most: MOST_JUDGED, characters }),
    [settings.judged, characters],
  );
  const { centred } = settings;
  const words = [...new Set(pairs.flat())];
  const { answer: rows } = useAnswer(
    set,
    words.length > 0 ? { kind: 'rows', words, first: 0, centred } : null,
  );
  const agreement = useMemo(() => (rows ? agreementOf(rows, pairs) : null), [rows, pairs]);
  const good = agreement?.filter(({ cosine }) => cosine !== null) ?? [];
  const axis = { from: good.map(({ from }) => from), to: good.map(({ to }) => to) };
  const answer = useAxes(set, good.length > 0 ? [axis] : null, judged, centred);
  const [first] = good;
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
      <MissingWords set={set} words={rows?.missing ?? []} onReplace={replaceIn('pairs')} />
      <WordsField
        label={text('vectorpanels.judged')}
        value={settings.judged}
        onChange={(typed) => change({ judged: typed })}
      />
      <Failed detail={answer?.failed ?? null} />
      {answer && first && (
        <>
          <MissingWords set={set} words={answer.missing} onReplace={replaceIn('judged')} />
          <AxisTable
            caption={text('vectorpanels.bias-caption')}
            words={answer.placed}
            axis={0}
            reach={reachOf(answer.placed)}
            low={first.from}
            high={first.to}
            pointing={pointing}
            isOld={answer.pending}
          />
          <AxisEnds answer={answer} axis={0} low={first.from} high={first.to} pointing={pointing} />
        </>
      )}
      {agreement && agreement.length > 0 && <Pairs pairs={agreement} />}
    </section>
  );
}
