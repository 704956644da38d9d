import { useState } from 'react';
import { HelpDialog } from '../../components/controls/HelpDialog.tsx';
import { DetailPane } from './DetailPane.tsx';
import { NetPanel } from './NetPanel.tsx';
import { Starting } from './Starting.tsx';
import styles from './unrolled.module.css';
import type { UnrolledView } from './view.ts';

/** The net, and beside it the arithmetic of the selected box. */
export function NetAndDetail({ view }: { readonly view: UnrolledView }) {
  const [help, setHelp] = useState(false);
  const { shown, figure, stepping, notation } = view;
  if (!shown) return <Starting view={view} />;
  const { probe, shape, parameters, vocabulary, editedRoles } = shown;
  return (
    <div className={styles.main}>
      <NetPanel
        settings={figure.settings}
        probe={probe}
        vocabulary={vocabulary}
        place={stepping.place}
        notation={notation}
        editedRoles={editedRoles}
        onSelect={stepping.select}
        onPlayToggle={stepping.toggleWalk}
        onHelp={() => setHelp(true)}
      />
      <div className={styles.side}>
        <DetailPane
          settings={figure.settings}
          probe={probe}
          shape={shape}
          parameters={parameters}
          vocabulary={vocabulary}
          place={stepping.place}
          notation={notation}
          onChange={figure.change}
        />
      </div>
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
