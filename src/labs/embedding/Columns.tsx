import { useMemo, useRef } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import type { VectorMapModel } from '../../instruments/vector-map/useVectorMap.ts';
import { useReport } from '../../instruments/vector-panels/ReportsProvider.tsx';
import { WordDetail } from '../../instruments/vector-panels/WordDetail.tsx';
import styles from './lab.module.css';
import { MapColumn } from './MapColumn.tsx';
import { Panels } from './Panels.tsx';
import type { LabView } from './state/view.ts';
import { useLabMap } from './useLabMap.ts';

/** The answers to the analogy, for the file of the lab's numbers. */
function useAnalogyReport({ analogy: { answer, question } }: LabView): void {
  const text = useText(analogyMessages);
  const report = useMemo(
    () =>
      answer &&
      question && {
        caption: text('analogy.answers', { a: question.a, b: question.b, c: question.c }),
        heads: [text('analogy.head-word'), text(`analogy.head-${question.method}`)],
        rows: answer.hits.map(({ word, score }) => [word, score]),
      },
    [answer, question, text],
  );
  useReport(report);
}

/** Selects a word, and goes to it where it is on the map. */
const flyTo = (map: VectorMapModel) => (word: string) => {
  if (map.indexOf(word) >= 0) map.goTo(word);
  else map.options.onSelect(word);
};

/** Questions, the map, and the word that is selected. */
export function Columns({ view }: { readonly view: LabView }) {
  useAnalogyReport(view);
  const frame = useRef<HTMLDivElement>(null);
  const map = useLabMap(frame, view);
  const flying = { ...view, pointing: { ...view.pointing, onSelect: flyTo(map) } };
  return (
    <div className={styles.columns}>
      <div className={styles.questions} data-part="questions">
        <Panels view={flying} />
      </div>
      <MapColumn map={map} frame={frame} />
      <div className={styles.word} data-part="word">
        <WordDetail {...flying} />
      </div>
    </div>
  );
}
