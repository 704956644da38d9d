import { useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import { useFigure } from '../../instruments/link/useFigure.ts';
import { ToolFigure } from '../../instruments/tools/ToolFigure.tsx';
import tools from '../../instruments/tools/tools.module.css';
import { ReportsProvider, ReportTables } from '../../instruments/vector-panels/ReportsProvider.tsx';
import { createReports, reportRows } from '../../instruments/vector-panels/reports.ts';
import { setName } from '../../instruments/vector-source/say.ts';
import { VectorSource } from '../../instruments/vector-source/VectorSource.tsx';
import { useHanded } from '../../instruments/vectors/useHanded.ts';
import { useVectors, useVectorsState } from '../../instruments/vectors/useVectors.ts';
import { Columns } from './Columns.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import styles from './lab.module.css';
import { embeddingLabMessages } from './messages.ts';
import type { OriginNews } from './state/origin.ts';
import { EMBEDDING_TABLE } from './state/settings.ts';
import { useFitting } from './state/useFitting.ts';
import { useLabView } from './state/useLabView.ts';
import { useOpenSet } from './state/useOpenSet.ts';
import { useKeys } from './useKeys.ts';

const FIGURE = 'embedding';

/** What of the link could not be had. */
function News({ news }: { readonly news: OriginNews | 'handed-missing' }) {
  const text = useText(embeddingLabMessages);
  return (
    news && (
      <p role="alert" className={styles.news}>
        {text(`embeddinglab.${news}`)}
      </p>
    )
  );
}

/** The lab: one set of vectors, everything that can be asked of it, and its map. */
export function EmbeddingLab() {
  const text = useText(embeddingLabMessages);
  const root = useRef<HTMLDivElement>(null);
  const figure = useFigure(EMBEDDING_TABLE, FIGURE);
  const { settings, change } = figure;
  const vectors = useVectors();
  const state = useVectorsState(vectors);
  const [reports] = useState(createReports);
  const [isHelping, setHelping] = useState(false);
  const { linked, onLinked, news } = useOpenSet(vectors, state, settings.vectors, settings.handed, (name) =>
    change({ vectors: name }),
  );
  const [isHandedGone, setHandedGone] = useState(false);
  useHanded(vectors, settings.handed, (isThere) => {
    setHandedGone(!isThere);
    change({ handed: false });
  });
  useFitting(state.set, settings, change);
  const view = useLabView(figure, state.set);
  const focusOn = (selector: string) => root.current?.querySelector<HTMLElement>(selector)?.focus();
  useKeys(root, {
    onFind: () => focusOn('[data-part="word"] [role="combobox"]'),
    onPanel: (panel) => {
      change({ panel });
      focusOn(`[data-panel-head="${panel}"]`);
    },
    onMap: () => focusOn('[data-part="map"] [tabindex="0"]'),
    onHelp: () => setHelping(true),
  });
  const say = useText(vectorsMessages);
  const locale = useLocale();
  const { info = null } = state.set ?? {};
  return (
    <ToolFigure
      id={FIGURE}
      title={
        info
          ? text('embeddinglab.title', { name: setName(say, info), words: info.words, d: info.dimensions })
          : text('embeddinglab.title-none')
      }
      table={EMBEDDING_TABLE}
      figure={figure}
      csv={() => reportRows(reports.list())}
      numbers={<ReportTables reports={reports} />}
    >
      <HelpDialog open={isHelping} onClose={() => setHelping(false)} />
      <div ref={root} className={styles.lab}>
        <div className={styles.top}>
          <VectorSource vectors={vectors} linked={linked} onLinked={onLinked} />
          <span className={styles.more}>
            <a href={`${import.meta.env.BASE_URL}${locale}/word2vec`}>{text('embeddinglab.train')}</a>
            <Button label={text('embeddinglab.help')} onClick={() => setHelping(true)}>
              ?
            </Button>
          </span>
        </div>
        <News news={isHandedGone ? 'handed-missing' : news} />
        {view ? (
          <ReportsProvider reports={reports}>
            <Columns view={view} />
          </ReportsProvider>
        ) : (
          <p className={tools.waiting} role="status">
            {text('embeddinglab.waiting')}
          </p>
        )}
      </div>
    </ToolFigure>
  );
}
