import { useMemo } from 'react';
import { useLocale, useText } from '../../../components/text/useText.tsx';
import { curvesMessages } from '../../../i18n/messages/training-curves.ts';
import { requestOf } from '../../../instruments/ngrams/reference.ts';
import { type ReferencesState, useReferences } from '../../../instruments/ngrams/useReferences.ts';
import { CurvesPanel, type ReferenceLine } from '../../../instruments/training-curves/CurvesPanel.tsx';
import type { CurveRun } from '../../../instruments/training-curves/curves.ts';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import type { LanguageConfig, TrainingView } from '../state/view.ts';

/** Orders that get a line: more of them lie too close together to be told apart. */
const ORDERS = [1, 2, 3, 5];
/** Times that add-k would add: its models are not drawn here. */
const UNUSED_K = 1;

/** What the open run is compared with; the same object as long as the run is the same. */
function useRequest({ open, settings }: TrainingView) {
  const config = open?.state.config ?? null;
  const isReady = open !== null && open.state.info !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: learning rate and clipping make another config of the same run.
  return useMemo(
    () => (config && isReady && settings.references ? requestOf(config as LanguageConfig, UNUSED_K) : null),
    [open?.run, isReady, settings.references],
  );
}

function useLines({ open }: TrainingView, references: ReferencesState): readonly ReferenceLine[] {
  const text = useText(trainingMessages);
  const curves = useText(curvesMessages);
  const locale = useLocale();
  const vocabulary = open?.state.info?.vocabulary.length ?? null;
  return useMemo(() => {
    if (vocabulary === null) return [];
    const count = new Intl.NumberFormat(locale).format(vocabulary);
    const uniform = {
      id: 'uniform',
      label: curves('curves.uniform', { vocabulary: count }),
      loss: Math.log(vocabulary),
    };
    if (references.phase !== 'ready') return [uniform];
    const models = references.references.models.filter(
      ({ order, smoothing }) => smoothing === 'kneser-ney' && ORDERS.includes(order),
    );
    const lines = models.map(({ order, loss }) => ({
      id: `${order}-gram`,
      label: text('lab.ngram', { n: order }),
      loss,
    }));
    return [uniform, ...lines];
  }, [vocabulary, references, text, curves, locale]);
}

function ReferencesNote({ references }: { readonly references: ReferencesState }) {
  const text = useText(trainingMessages);
  if (references.phase === 'none') return null;
  const message =
    references.phase === 'counting'
      ? text('lab.ngrams-counting', { share: `${Math.floor(100 * references.share)} %` })
      : references.phase === 'failed'
        ? text('lab.ngrams-failed')
        : text('lab.ngrams-note', references.references as unknown as Record<string, number>);
  return (
    <p className={styles.note} data-testid="ngrams" data-phase={references.phase}>
      {message}
    </p>
  );
}

/** Curves of the runs on the plot, with what n-grams and blind guessing reach on the open run's held-out text. */
export function LabCurves({
  view,
  runs,
}: {
  readonly view: TrainingView;
  readonly runs: readonly CurveRun[];
}) {
  const references = useReferences(useRequest(view));
  const lines = useLines(view, references);
  return (
    <div className={styles.curves}>
      <CurvesPanel runs={runs} references={lines} settings={view.settings} change={view.figure.change} />
      <ReferencesNote references={references} />
    </div>
  );
}
