import { ProbabilityBars } from '../../components/plots/ProbabilityBars.tsx';
import { useText } from '../../components/text/useText.tsx';
import type { ProbeResult } from '../../workers/protocol.ts';
import { shownToken } from './shownToken.ts';
import styles from './unrolled.module.css';

/** ŷ after the selected word. */
export function Predictions({
  probe,
  vocabulary,
  step,
}: {
  readonly probe: ProbeResult;
  readonly vocabulary: readonly string[];
  readonly step: number;
}) {
  const text = useText();
  const size = vocabulary.length;
  const probabilities = probe.probabilities.subarray(step * size, (step + 1) * size);
  const follows = probe.tokens[step + 1]?.id ?? null;
  return (
    <section className={styles.predictions}>
      <p className={styles.subtitle}>
        {text('view.predictions', { word: shownToken(probe, step).text, step: step + 1 })}
      </p>
      <ProbabilityBars probabilities={probabilities} vocabulary={vocabulary} count={6} target={follows} />
    </section>
  );
}
