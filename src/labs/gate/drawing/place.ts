import { laneRoles } from '../../../models/cells/roles.ts';
import { directionCount, type StackSpec } from '../../../models/cells/stack.ts';
import type { GateSettings } from '../state/settings.ts';
import type { LabPlace } from './walk.ts';

/** One number: a lane of a cell, and the unit. */
export interface Selected extends LabPlace {
  readonly unit: number;
}

type Look = Pick<GateSettings, 'layer' | 'direction' | 'at' | 'lane' | 'unit'>;

/** The selected number, as near to what the settings say as this network and sequence have one. */
export function selectedOf(look: Look, stack: StackSpec, steps: number): Selected {
  return {
    layer: Math.min(look.layer, stack.layers) - 1,
    direction: look.direction === 'backward' && directionCount(stack) === 2 ? 1 : 0,
    step: Math.min(look.at, steps) - 1,
    role: laneRoles(stack.cell).includes(look.lane) ? look.lane : 'hidden',
    unit: Math.min(look.unit, stack.hidden) - 1,
  };
}

/** The settings that select a number: what is not named stays. */
export function lookAt(part: Partial<Selected>): Partial<Look> {
  return {
    ...(part.layer === undefined ? {} : { layer: part.layer + 1 }),
    ...(part.direction === undefined ? {} : { direction: part.direction === 1 ? 'backward' : 'forward' }),
    ...(part.step === undefined ? {} : { at: part.step + 1 }),
    ...(part.role === undefined ? {} : { lane: part.role }),
    ...(part.unit === undefined ? {} : { unit: part.unit + 1 }),
  };
}

/** One chain, drawn with all its gates from the start: nothing stands above or beside it. */
export const isSingle = (stack: StackSpec): boolean => stack.layers === 1 && directionCount(stack) === 1;

/** Which way a chain reads, where there are two. */
export function arrowOf(stack: StackSpec, direction: number): string {
  if (directionCount(stack) === 1) return '';
  return direction === 0 ? '→' : '←';
}
