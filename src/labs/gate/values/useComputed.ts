import { useMemo } from 'react';
import { outputWidth } from '../../../models/cells/stack.ts';
import type { Plan } from '../state/plan.ts';
import type { GateSettings } from '../state/settings.ts';
import type { LabState } from '../state/useLab.ts';
import {
  computeGradients,
  computeValues,
  type LabCase,
  type LabGradients,
  type LabValues,
  type Objective,
  onlyStep,
} from './compute.ts';

/** Everything that is on screen, from the parameters on show. */
export interface Computed extends LabValues {
  readonly given: LabCase;
  readonly objective: Objective;
  readonly gradients: LabGradients;
}

/** What is differentiated: what the settings ask for, or the output where nobody knows what is right. */
function objectiveOf(
  { of, ofStep, ofUnit }: Pick<GateSettings, 'of' | 'ofStep' | 'ofUnit'>,
  { network, targets, tokens }: Pick<Plan, 'network' | 'targets' | 'tokens'>,
): Objective {
  const step = ofStep === 0 ? null : Math.min(ofStep, tokens.length) - 1;
  if (of === 'output' || !targets) {
    const unit = Math.min(ofUnit, outputWidth(network.stack)) - 1;
    return { kind: 'output', step: step ?? tokens.length - 1, unit };
  }
  return { kind: 'loss', targets: of === 'step' ? onlyStep(targets, step) : targets };
}

export function useComputed({ settings, plan, model, holds }: LabState): Computed {
  const { input } = plan;
  const { of, ofStep, ofUnit } = settings;
  const given = useMemo(() => ({ model, input, holds }), [model, input, holds]);
  const objective = useMemo(() => objectiveOf({ of, ofStep, ofUnit }, plan), [of, ofStep, ofUnit, plan]);
  const values = useMemo(() => computeValues(given), [given]);
  const gradients = useMemo(() => computeGradients(given, values, objective), [given, values, objective]);
  return { ...values, given, objective, gradients };
}
