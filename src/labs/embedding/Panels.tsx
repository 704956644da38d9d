import { type ReactNode, useId } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { AnalogyPanel } from '../../instruments/analogy/AnalogyPanel.tsx';
import { Arithmetic } from '../../instruments/vector-panels/Arithmetic.tsx';
import { Axes } from '../../instruments/vector-panels/Axes.tsx';
import { Bias } from '../../instruments/vector-panels/Bias.tsx';
import { OddOneOut } from '../../instruments/vector-panels/OddOneOut.tsx';
import { Similarity } from '../../instruments/vector-panels/Similarity.tsx';
import type { PanelSettings } from '../../instruments/vector-panels/settings.ts';
import { fitText } from '../../layout/textWidth.ts';
import { axisMap } from './axis-map.ts';
import styles from './lab.module.css';
import { embeddingLabMessages } from './messages.ts';
import { ScorePanel } from './ScorePanel.tsx';
import { PANELS, type Panel } from './state/settings.ts';
import type { LabView } from './state/view.ts';

/** Size of the letters (px), and the room beside the longest heading in the narrowest column. */
const SUMMARY = [14, 150] as const;
/** The word that an axis goes by. */
const firstOf = (words: string): string => words.trim().split(/\s+/u)[0] ?? '';

/** What a shut panel says of its question. */
const SUMMARIES: Readonly<Record<Panel, (settings: LabView['settings']) => string>> = {
  analogy: ({ a, b, c }) => `${a} : ${b} :: ${c} : ?`,
  arithmetic: ({ expression }) => expression,
  similarity: ({ left, right }) => `${left} · ${right}`,
  odd: ({ odd }) => odd,
  axes: ({ from, to }) => `${firstOf(from)} → ${firstOf(to)}`,
  bias: ({ pairs }) => pairs,
  score: () => '',
};

/** The axes; a map that is drawn on them follows what is typed. */
function AxesPanel({ view }: { readonly view: LabView }) {
  const { settings, change } = view;
  const follow = (part: Partial<PanelSettings>) => {
    const filled = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));
    const isDrawn = settings.projection === 'axes';
    change(isDrawn ? { ...part, ...axisMap({ ...settings, ...filled }) } : part);
  };
  return <Axes {...view} change={follow} onMap={() => change({ plane: true, ...axisMap(settings) })} />;
}

/** Examples that a narrow column has room for. */
const EXAMPLES = 5;

const BODIES: Readonly<Record<Panel, (view: LabView) => ReactNode>> = {
  analogy: (view) => <AnalogyPanel {...view} examples={view.examples.slice(0, EXAMPLES)} />,
  arithmetic: (view) => <Arithmetic {...view} />,
  similarity: (view) => <Similarity {...view} />,
  odd: (view) => <OddOneOut {...view} />,
  axes: (view) => <AxesPanel view={view} />,
  bias: (view) => <Bias {...view} />,
  score: (view) => <ScorePanel view={view} />,
};

interface SectionProps {
  readonly view: LabView;
  readonly panel: Panel;
}

/** One panel under its heading; the heading opens and shuts it. */
function Section({ view, panel }: SectionProps) {
  const text = useText(embeddingLabMessages);
  const id = useId();
  const { settings, change } = view;
  const isOpen = settings.panel === panel;
  return (
    <section className={styles.section} data-open={isOpen}>
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          data-panel-head={panel}
          onClick={() => change({ panel: isOpen ? 'none' : panel })}
        >
          <span>{text(`embeddinglab.${panel}`)}</span>
          {!isOpen && <bdi className={styles.summary}>{fitText(SUMMARIES[panel](settings), ...SUMMARY)}</bdi>}
        </button>
      </h2>
      <div id={id} hidden={!isOpen} className={styles.body}>
        {isOpen && BODIES[panel](view)}
      </div>
    </section>
  );
}

/** Everything that can be asked of the open set, one question open at a time. */
export function Panels({ view }: { readonly view: LabView }) {
  return PANELS.map((panel) => <Section key={panel} view={view} panel={panel} />);
}
