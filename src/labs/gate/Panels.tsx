import { type ComponentType, useMemo } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Part } from '../../components/prose/Part.tsx';
import { useText } from '../../components/text/useText.tsx';
import { gateLabMessages } from '../../i18n/messages/gate-lab.ts';
import { savedInput } from './files/saved-input.ts';
import { GradientsPanel } from './gradients/GradientsPanel.tsx';
import { HoldsPanel } from './holds/HoldsPanel.tsx';
import styles from './lab.module.css';
import { PANELS, type Panel } from './state/settings.ts';
import { TrainingPanel } from './training/TrainingPanel.tsx';
import type { LabView } from './view.ts';
import { WeightsPanel } from './weights/WeightsPanel.tsx';

interface PanelProps {
  readonly view: LabView;
}

const loadFiles = () => import('./files/FilesPanel.tsx');
const loadCode = () => import('./code/CodePanel.tsx');

function Files({ view: { lab } }: PanelProps) {
  const { settings, plan } = lab;
  const saved = useMemo(() => savedInput(settings, plan), [settings, plan]);
  return (
    <Part small load={loadFiles}>
      {({ FilesPanel }) => <FilesPanel model={lab.model} saved={saved} onOpen={lab.open} />}
    </Part>
  );
}

const Code = ({ view: { lab } }: PanelProps) => (
  <Part small load={loadCode}>
    {({ CodePanel }) => <CodePanel network={lab.plan.network} input={lab.plan.input} />}
  </Part>
);

const BODIES: Readonly<Record<Panel, ComponentType<PanelProps>>> = {
  holds: HoldsPanel,
  weights: WeightsPanel,
  gradients: GradientsPanel,
  training: TrainingPanel,
  files: Files,
  code: Code,
};

/** One panel at a time, so that the drawing stays in sight of what changes it. */
export function Panels({ view }: PanelProps) {
  const text = useText(gateLabMessages);
  const { settings, look } = view.lab;
  const Body = BODIES[settings.panel];
  return (
    <section className={styles.panels} aria-label={text('gate.panels')}>
      <div className={styles.tabs}>
        <SegmentedControl
          label={text('gate.panels')}
          value={settings.panel}
          options={PANELS.map((value) => ({ value, label: text(`gate.panel.${value}`) }))}
          onChange={(panel) => look({ panel })}
        />
      </div>
      <Body view={view} />
    </section>
  );
}
