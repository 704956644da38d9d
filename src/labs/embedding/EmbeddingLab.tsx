import { useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import { useFigure } from '../../instruments/link/useFigure.ts';
import { ToolFigure } from '../../instruments/tools/ToolFigure.tsx';
import tools from '../../instruments/tools/tools.module.css';
import { ReportsProvider, ReportTables } from '../../instruments/vector-panels/ReportsProvider.tsx';
import { createReports, reportRows } from '../../instruments/vector-panels/reports.ts';
import { setName } from '../../instruments/vector-source/say.ts';
import { VectorSource } from '../../instruments/vector-source/VectorSource.tsx';
import { useVectors, useVectorsState } from '../../instruments/vectors/useVectors.ts';
import { Columns } from './Columns.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import styles from './lab.module.css';
import { embeddingLabMessages } from './messages.ts';
import { EMBEDDING_TABLE } from './state/settings.ts';
import { useFitting } from './state/useFitting.ts';
import { useLabView } from './state/useLabView.ts';
import { useOpenSet } from './state/useOpenSet.ts';
import { useKeys } from './useKeys.ts';

const FIGURE = 'embedding';

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
  const { linked, onLinked, news } = useOpenSet(vectors, state, settings.vectors, (name) =>
    change({ vectors: name }),
  );
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
          <Button label={text('embeddinglab.help')} onClick={() => setHelping(true)}>
            ?
          </Button>
        </div>
        {news && (
          <p role="alert" className={styles.news}>
            {text(`embeddinglab.${news}`)}
          </p>
        )}
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
