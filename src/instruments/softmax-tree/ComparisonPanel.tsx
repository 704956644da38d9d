import { useMemo } from 'react';
import { DepthPlot } from '../../components/diagrams/softmax-tree/DepthPlot.tsx';
import { useText } from '../../components/text/useText.tsx';
import { softmaxTreeMessages } from '../../i18n/messages/softmax-tree.ts';
import tools from '../tools/tools.module.css';
import { type Comparison, compareTrees, depthPoints, wordDepths } from './compare.ts';
import styles from './softmax-tree.module.css';

export interface ComparisonPanelProps {
  readonly words: readonly string[];
  readonly counts: ArrayLike<number>;
}

const BARS = ['entropy', 'huffman', 'uniform', 'balanced'] as const;

const depth = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : '–');

function valuesOf(comparison: Comparison): Readonly<Record<(typeof BARS)[number], number>> {
  return {
    entropy: comparison.entropy,
    huffman: comparison.huffmanDepth,
    uniform: comparison.uniform,
    balanced: comparison.balancedDepth,
  };
}

/** Both costs among their bounds, on one scale. */
function Bars({ comparison }: { readonly comparison: Comparison }) {
  const text = useText(softmaxTreeMessages);
  const values = valuesOf(comparison);
  const most = Math.max(...Object.values(values).filter(Number.isFinite), Number.MIN_VALUE);
  return (
    <dl className={styles.bars}>
      {BARS.map((bar) => (
        <div key={bar} data-bar={bar}>
          <dt>{text(`tree.bar-${bar}`)}</dt>
          <dd>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ width: `${(100 * (values[bar] || 0)) / most}%` }} />
            </span>
            <span className={styles.value} data-testid={`tree-${bar}`}>
              {depth(values[bar])}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a reader should take home, in a sentence; or why there is nothing. */
function Sentence({ comparison, leaves }: { readonly comparison: Comparison; readonly leaves: number }) {
  const text = useText(softmaxTreeMessages);
  if (leaves === 1) return text('tree.one-word');
  if (!(comparison.total > 0)) return text('tree.no-counts');
  return text('tree.saved', {
    saved: Math.round(1000 * comparison.saved) / 10,
    huffman: depth(comparison.huffmanDepth),
    balanced: depth(comparison.balancedDepth),
    above: depth(comparison.huffmanDepth - comparison.entropy),
  });
}

/** Huffman's tree against the balanced one: mean depths among entropy and log₂ V, and every word's depth over −log₂ p. */
export function ComparisonPanel({ words, counts }: ComparisonPanelProps) {
  const text = useText(softmaxTreeMessages);
  const comparison = useMemo(() => compareTrees(counts), [counts]);
  const plotted = useMemo(() => {
    const all = wordDepths(comparison, counts);
    return {
      huffman: depthPoints(all, 'huffman'),
      balanced: depthPoints(all, 'balanced'),
      never: all.filter(({ count }) => count === 0).length,
    };
  }, [comparison, counts]);
  return (
    <section className={styles.comparison} aria-label={text('tree.comparison')}>
      <p className={styles.heading}>{text('tree.comparison')}</p>
      <div className={styles.both}>
        <div className={styles.costs}>
          <p className={tools.note}>{text('tree.bars')}</p>
          <Bars comparison={comparison} />
          <p className={styles.saved} role="status" data-testid="saved">
            <Sentence comparison={comparison} leaves={words.length} />
          </p>
          {plotted.never > 0 && <p className={tools.note}>{text('tree.never', { count: plotted.never })}</p>}
        </div>
        <DepthPlot huffman={plotted.huffman} balanced={plotted.balanced} words={words} />
      </div>
    </section>
  );
}
