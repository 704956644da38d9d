import { formatFixed, formatSigned } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { noiseMessages } from '../../i18n/messages/noise.ts';
import type { ReadText } from '../../models/word2vec/read-text.ts';
import { DiagonalScatter } from '../cooccurrence/DiagonalScatter.tsx';
import tools from '../tools/tools.module.css';
import type { LiveWordSettings } from '../word2vec/settings.ts';
import type { Live } from '../word2vec/useLive.ts';
import { useVectors } from '../word2vec/useVectors.ts';
import styles from './noise.module.css';
import { type Optima, useOptima } from './useOptima.ts';

/** Range of both axes. */
const DOMAIN = [-6, 8] as const;

function Measured({ optima, settings }: { readonly optima: Optima; readonly settings: LiveWordSettings }) {
  const text = useText(noiseMessages);
  const { pairs, scores, agreement } = optima;
  return (
    <>
      <DiagonalScatter
        x={pairs.optima}
        y={scores}
        domain={DOMAIN}
        xLabel={settings.exponent === 1 ? 'PMI − ln K' : 'ln P(c | w) − ln K Pₙ(c)'}
        yLabel="u·v"
        name={text('optimum.chart')}
      />
      <p className={tools.readout} role="status" data-testid="optimum">
        {text('optimum.said', {
          count: scores.length,
          correlation: formatFixed(agreement.correlation, 2),
          shift: formatSigned(agreement.shift, 2),
          miss: formatFixed(agreement.miss, 2),
        })}
      </p>
    </>
  );
}

export interface OptimaPanelProps {
  readonly live: Live;
  readonly read: ReadText | null;
  readonly settings: LiveWordSettings;
}

/** What the scores of the running model have come to, against what the counts of the text say they should. */
export function OptimaPanel({ live, read, settings }: OptimaPanelProps) {
  const text = useText(noiseMessages);
  const vectors = useVectors(live.run, live.state);
  const optima = useOptima(read, vectors, settings);
  return (
    <section className={styles.stack} aria-label={text('optimum.title')}>
      <p className={styles.sub}>{text('optimum.title')}</p>
      {optima ? (
        <Measured optima={optima} settings={settings} />
      ) : (
        <p className={styles.wait} role="status">
          {text('optimum.waiting')}
        </p>
      )}
      {settings.subsample > 0 && <p className={tools.note}>{text('optimum.subsample')}</p>}
    </section>
  );
}
