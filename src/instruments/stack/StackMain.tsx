import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { HelpDialog } from '../../components/controls/HelpDialog.tsx';
import { useText } from '../../components/text/useText.tsx';
import { stackMessages } from '../../i18n/messages/stack.ts';
import { DetailPane } from '../unrolled/DetailPane.tsx';
import { NetPanel } from '../unrolled/NetPanel.tsx';
import { Starting } from '../unrolled/Starting.tsx';
import styles from '../unrolled/unrolled.module.css';
import type { UnrolledView } from '../unrolled/view.ts';
import { StackPanel } from './StackPanel.tsx';
import own from './stack.module.css';
import { layerCursor } from './stack-stepper.ts';
import type { StackStepping } from './useStackStepping.ts';

export interface StackMainProps {
  readonly view: UnrolledView;
  readonly stepping: StackStepping;
}

/** The gates of the selected layer: the drawing of a single layer, fed by the one below. */
function OpenedLayer({ view, stepping, onHelp }: StackMainProps & { readonly onHelp: () => void }) {
  const { shown, figure, notation, state } = view;
  if (!shown) return null;
  const { settings } = figure;
  const { stop, schedule } = stepping;
  return (
    <NetPanel
      settings={settings}
      probe={shown.probe}
      vocabulary={shown.vocabulary}
      place={stop}
      notation={notation}
      editedRoles={shown.editedRoles}
      cursor={settings.walking ? layerCursor(state.config.cell, schedule, stop, stop.layer) : null}
      onSelect={stepping.select}
      onPlayToggle={stepping.toggleWalk}
      onHelp={onHelp}
    />
  );
}

/** From all layers to one layer's gates, and back. */
function Level({ view, stepping }: StackMainProps) {
  const text = useText(stackMessages);
  const { opened } = view.figure.settings;
  const { layer } = stepping.stop;
  return (
    <div className={own.level}>
      <Button expanded={opened} onClick={() => view.figure.change({ opened: !opened })}>
        {opened ? text('stack.close') : text('stack.open', { layer: layer + 1 })}
      </Button>
      {opened && (
        <span className={own.note}>
          {layer === 0
            ? text('stack.opened-first')
            : text('stack.opened', { layer: layer + 1, below: layer })}
        </span>
      )}
    </div>
  );
}

/** All layers, or one of them opened; beside it, the arithmetic of the selected box. */
export function StackMain({ view, stepping }: StackMainProps) {
  const [help, setHelp] = useState(false);
  const { shown, figure, notation } = view;
  if (!shown) return <Starting view={view} />;
  const { probe, shape, parameters, vocabulary } = shown;
  const onHelp = () => setHelp(true);
  return (
    <div className={styles.main}>
      <div className={own.panel}>
        <Level view={view} stepping={stepping} />
        {figure.settings.opened ? (
          <OpenedLayer view={view} stepping={stepping} onHelp={onHelp} />
        ) : (
          <StackPanel view={view} probe={probe} stepping={stepping} onHelp={onHelp} />
        )}
      </div>
      <div className={styles.side}>
        <DetailPane
          settings={figure.settings}
          probe={probe}
          shape={shape}
          parameters={parameters}
          vocabulary={vocabulary}
          place={stepping.stop}
          notation={notation}
          onChange={figure.change}
        />
      </div>
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
