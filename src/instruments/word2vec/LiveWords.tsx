import { useState } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { wordMapMessages } from '../../i18n/messages/word-map.ts';
import { word2vecMessages } from '../../i18n/messages/word2vec.ts';
import tools from '../tools/tools.module.css';
import { keptShare } from '../word-map/marks.ts';
import { NeighbourLists } from '../word-map/NeighbourLists.tsx';
import { PlaneView } from '../word-map/PlaneView.tsx';
import { usePlane } from '../word-map/usePlane.ts';
import { WordAdder } from '../word-map/WordAdder.tsx';
import { toggleWord } from '../word-map/words.ts';
import { isUnusable } from '../word-texts/useWordText.ts';
import { MOST_LISTED } from './examples.ts';
import type { LiveWordSettings } from './settings.ts';
import type { Live } from './useLive.ts';
import { useStanding } from './useStanding.ts';
import styles from './word2vec.module.css';

export interface LiveWordsProps {
  readonly live: Live;
  readonly settings: LiveWordSettings;
  readonly change: (part: Partial<LiveWordSettings>) => void;
}

/** The word that is selected: the first one listed unless the reader says otherwise. */
export const selectedOf = ({ at }: Pick<LiveWordSettings, 'at'>, { looked }: Pick<Live, 'looked'>): string =>
  at === '' ? (looked.listed[0] ?? '') : at;

/** Lists of neighbours beside the map; what the pointer is on lights up in both. */
export function LiveWords({ live, settings, change }: LiveWordsProps) {
  const text = useText(word2vecMessages);
  const map = useText(wordMapMessages);
  const [lit, setLit] = useState<string | null>(null);
  const standing = useStanding(live.state);
  const { looked, words, vectors, state } = live;
  const { plane, parallel } = usePlane(words, vectors, looked.pairs);
  const { info, frame } = state ?? {};
  if (!info || !frame) {
    if (isUnusable(live.text)) return null;
    return (
      <p className={styles.waiting} role="status">
        {text('w2v.waiting')}
      </p>
    );
  }
  const lists = frame.view.neighbours;
  const kept = keptShare(standing, lists);
  const pointing = {
    selected: selectedOf(settings, live),
    lit,
    onLight: setLit,
    onSelect: (at: string) => change({ at }),
  };
  const toggle = (word: string) => {
    if (looked.listed.includes(word) || looked.listed.length < MOST_LISTED) {
      change({ look: toggleWord(looked.listed, word) });
    }
  };
  const add = (word: string) => (looked.listed.includes(word) ? change({ at: word }) : toggle(word));
  return (
    <div className={styles.both}>
      <section className={styles.side} aria-label={map('map.neighbours')}>
        <NeighbourLists {...pointing} info={info} lists={lists} standing={standing} onToggle={toggle} />
        <p className={tools.note}>
          {Number.isNaN(kept) ? map('map.kept-none') : map('map.kept', { kept: formatFixed(100 * kept, 0) })}
        </p>
        <WordAdder vocabulary={info.words} isFull={looked.listed.length >= MOST_LISTED} onAdd={add} />
      </section>
      <section className={styles.side} aria-label={map('map.plane')}>
        <PlaneView
          {...pointing}
          plane={plane}
          pairs={looked.pairs}
          parallel={parallel}
          missing={vectors.length > 0 ? plane.missing : []}
          height={460}
        />
      </section>
    </div>
  );
}
