import type { ReactNode } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { pairsMessages } from '../../i18n/messages/pairs.ts';
import type { Table } from '../../url/fragment.ts';
import { useFigure } from '../link/useFigure.ts';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { useWalk } from '../unrolled/useWalk.ts';
import { isUnusable, useWordText } from '../word-texts/useWordText.ts';
import { WordText } from '../word-texts/WordText.tsx';
import type { DrawnPassage } from './draw-windows.ts';
import { PairList } from './PairList.tsx';
import { PairsControls } from './PairsControls.tsx';
import { PairsTable } from './PairsTable.tsx';
import { chanceText, PassageWords } from './PassageWords.tsx';
import { PlaceBar, placeKeys } from './PlaceBar.tsx';
import styles from './pairs.module.css';
import { exampleRows } from './rows.ts';
import { PAIRS_TABLE, type PairsSettings } from './settings.ts';
import { type PassageState, usePassage } from './usePassage.ts';
import { WindowLens } from './WindowLens.tsx';

/** What a lesson may look at for its checkpoints. */
export interface PairsView {
  readonly settings: PairsSettings;
  /** Null until the text is read. */
  readonly passage: DrawnPassage | null;
}

export interface PairsFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  /** `PAIRS_TABLE`, with the lesson's own defaults. */
  readonly table?: Table<PairsSettings>;
  readonly children?: (view: PairsView) => ReactNode;
}

interface PartProps {
  readonly settings: PairsSettings;
  readonly change: (part: Partial<PairsSettings>) => void;
}

/** The passage with the window on it, and what it has made. */
function Body({ settings, change, found }: PartProps & { readonly found: PassageState }) {
  const text = useText(pairsMessages);
  const { passage, cut } = found;
  const count = passage.places.length;
  const at = Math.min(settings.at, count);
  const walk = useWalk(() => {
    if (at < count) change({ at: at + 1 });
    return at + 1 < count;
  });
  const { stop } = walk;
  const go = (next: number) => {
    stop();
    change({ at: next });
  };
  const toggle = () => {
    if (walk.playing) return stop();
    if (at >= count) change({ at: 1 });
    walk.start();
  };
  const { model, level } = settings;
  const place = at - 1;
  const bar = { at, count, walk, onAt: go, onToggle: toggle };
  return (
    <>
      <PassageWords passage={passage} place={place} level={level} onPlace={(next) => go(next + 1)} />
      <Facts passage={passage} cut={cut} />
      {count === 0 ? (
        <p className={styles.empty} role="alert">
          {text('pairs.empty')}
        </p>
      ) : (
        <>
          <PlaceBar {...bar} />
          <WindowLens passage={passage} place={place} settings={settings} onKeyDown={placeKeys(bar, true)} />
          <PairList passage={passage} place={place} model={model} />
        </>
      )}
    </>
  );
}

/** How many words stay, and how those that do not are written, by the first one of each kind. */
function Facts({ passage, cut }: { readonly passage: DrawnPassage; readonly cut: boolean }) {
  const text = useText(pairsMessages);
  const { tokens, places } = passage;
  const known = tokens.filter(({ kind }) => kind === 'known').length;
  const rare = tokens.filter(({ kind }) => kind === 'rare');
  const dropped = tokens.find((token) => token.dropped);
  const stay = places.length;
  return (
    <div className={styles.facts}>
      <p data-testid="pairs-facts">{text('pairs.facts', { known, stay, rare: rare.length })}</p>
      {dropped && (
        <p>
          <del className={styles.dropped}>{dropped.text}</del> <small>{chanceText(dropped.keep)}</small>{' '}
          {text('pairs.legend-dropped')}
        </p>
      )}
      {rare[0] && (
        <p>
          <span className={styles.rare}>{rare[0].text}</span> {text('pairs.legend-rare')}
        </p>
      )}
      {(rare.length > 0 || dropped) && <p>{text('pairs.gaps')}</p>}
      {cut && <p>{text('pairs.cut')}</p>}
    </div>
  );
}

/** The window over a text: what subsampling leaves out, how far each place reaches, and the examples that come of it. */
export function PairsFigure({ id, caption, table = PAIRS_TABLE, children }: PairsFigureProps) {
  const text = useText(pairsMessages);
  const figure = useFigure(table, id);
  const { settings, change } = figure;
  const words = useWordText(settings);
  const found = usePassage(settings, words);
  const passage = found?.passage ?? null;
  const changeText = (part: Partial<PairsSettings>) => {
    const isOther =
      'source' in part || 'ownText' in part || 'part' in part || 'ends' in part || 'level' in part;
    change(isOther ? { ...part, passage: 1, at: 1 } : part);
  };
  return (
    <ToolFigure
      id={id}
      title={text('pairs.title')}
      caption={caption}
      table={table}
      figure={figure}
      csv={() => [['place', 'given', 'target'], ...(passage ? exampleRows(passage, settings.model) : [])]}
      numbers={passage && <PairsTable passage={passage} />}
    >
      <PairsControls
        settings={settings}
        change={change}
        passages={found?.count ?? null}
        mustChoose={isUnusable(words)}
      >
        <WordText settings={settings} change={changeText} state={words} />
      </PairsControls>
      {found ? (
        <Body settings={settings} change={change} found={found} />
      ) : (
        !isUnusable(words) && (
          <p className={tools.waiting} role="status">
            {text('pairs.waiting')}
          </p>
        )
      )}
      {children?.({ settings, passage })}
    </ToolFigure>
  );
}
