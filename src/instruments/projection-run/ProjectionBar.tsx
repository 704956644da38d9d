import { Button } from '../../components/controls/Button.tsx';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { projectionMessages } from '../../i18n/messages/projection.ts';
import type { Projection, ProjectionState } from '../../store/projection-state.ts';
import { ProjectionBadge } from './ProjectionBadge.tsx';
import styles from './projection-run.module.css';
import { statusParts } from './status-parts.ts';

/** A push moves points by this share of the map's extent. */
const PUSH = 0.05;

export interface ProjectionBarProps {
  /** Null: it begins when the figure is seen and its points are there. */
  readonly projection: Projection | null;
  readonly state: ProjectionState | null;
  /** The seed as the figure's settings have it; absent: no field. */
  readonly seed?: { readonly value: number; readonly onChange: (seed: number) => void };
  /** Accessible name, where a page has several bars. */
  readonly name?: string;
  /** Whether the top bar shows what computes it; absent: it does. */
  readonly badge?: boolean;
}

/** Run, pause, one iteration, shake, start over, from which seed; how far it is and how fast. */
export function ProjectionBar({ projection, state, seed, name, badge = true }: ProjectionBarProps) {
  const text = useText(projectionMessages);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend.
    <div role="group" className={styles.bar} aria-label={name ?? text('projection.bar')}>
      <div className={styles.row}>
        {state?.info?.config.method.kind !== 'pca' && <Buttons projection={projection} state={state} />}
        {seed && (
          <span className={styles.seed}>
            <NumberField
              label={text('projection.seed')}
              value={seed.value}
              min={0}
              max={2 ** 32 - 1}
              integer
              onChange={seed.onChange}
            />
          </span>
        )}
      </div>
      <ProjectionStatus state={state} />
      {badge && state && <ProjectionBadge state={state} />}
    </div>
  );
}

function Buttons({ projection, state }: Pick<ProjectionBarProps, 'projection' | 'state'>) {
  const text = useText(projectionMessages);
  const phase = state?.phase ?? 'idle';
  const isReady = phase === 'running' || phase === 'paused' || phase === 'done';
  return (
    <>
      {phase === 'running' ? (
        <Button primary icon="pause" onClick={() => projection?.pause()}>
          {text('projection.pause')}
        </Button>
      ) : (
        <Button primary icon="play" disabled={!isReady} onClick={() => projection?.play()}>
          {text((state?.iteration ?? 0) > 0 ? 'projection.go-on' : 'projection.play')}
        </Button>
      )}
      <Button label={text('projection.step-label')} disabled={!isReady} onClick={() => projection?.step(1)}>
        {text('projection.step')}
      </Button>
      <Button
        label={text('projection.perturb-label')}
        disabled={!isReady}
        onClick={() => projection?.perturb(PUSH)}
      >
        {text('projection.perturb')}
      </Button>
      <Button
        icon="reset"
        label={text('projection.restart')}
        disabled={!isReady}
        onClick={() => projection?.restart()}
      />
    </>
  );
}

/** How far the map is, in words. */
export function ProjectionStatus({ state }: { readonly state: ProjectionState | null }) {
  const text = useText(projectionMessages);
  const whole = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()], { maximumSignificantDigits: 3 });
  const parts = statusParts(state).map(({ code, values }) => {
    if (code === 'projection.rate') return text(code, { rate: whole.format(Number(values?.rate)) });
    if (code === 'projection.divergence') return text(code, { value: formatFixed(Number(values?.value), 3) });
    return text(code, values);
  });
  return (
    <p
      className={styles.status}
      data-testid="projection-status"
      data-phase={state?.phase ?? 'waiting'}
      data-iteration={state?.iteration}
    >
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no names; their order is what they are.
        <span key={i}>{part}</span>
      ))}
    </p>
  );
}
