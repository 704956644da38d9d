import type { ComponentType } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Part } from '../../components/prose/Part.tsx';
import { useText } from '../../components/text/useText.tsx';
import { gateLabMessages } from '../../i18n/messages/gate-lab.ts';
import { GradientsPanel } from './GradientsPanel.tsx';
import { HoldsPanel } from './HoldsPanel.tsx';
import styles from './lab.module.css';
import type { CodePanelProps, FilesPanelProps } from './model.ts';
import { PANELS, type Panel } from './settings.ts';
import { TrainingPanel } from './TrainingPanel.tsx';
import type { LabView } from './view.ts';
import { WeightsPanel } from './WeightsPanel.tsx';

interface PanelProps {
  readonly view: LabView;
}

const [loadFiles] = Object.values(
  import.meta.glob<{ readonly FilesPanel: ComponentType<FilesPanelProps> }>('./files/FilesPanel.tsx'),
);
const [loadCode] = Object.values(
  import.meta.glob<{ readonly CodePanel: ComponentType<CodePanelProps> }>('./code/CodePanel.tsx'),
);

const Files = ({ view: { lab } }: PanelProps) =>
  loadFiles && (
    <Part small load={loadFiles}>
      {({ FilesPanel }) => <FilesPanel model={lab.model} onOpen={lab.open} />}
    </Part>
  );

const Code = ({ view: { lab } }: PanelProps) =>
  loadCode && (
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
