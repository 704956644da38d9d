import type { CellShader, ShaderNames } from './cell.ts';

/** a = g(z); ∂z = ∂a ∗ g′. */
export function rnnShader(names: ShaderNames): Pick<CellShader, 'forward' | 'backward'> {
  return {
    forward: [
      {
        operand: 'state',
        sums: [{ name: 'z_candidate', block: 0, from: 'input' }],
        finish: `
let candidate = ${names.open('candidate', 'z_candidate')};
${names.keepGate('candidate', 'z_candidate', 'candidate')}
${names.keep('previous', 'previous')}
emit(at, unit, ${names.where('candidate', 'previous')});`,
      },
    ],
    backward: [
      {
        enter: `
let kept_candidate = ${names.kept('candidate')};
let da = dHidden[round] + loadAbove(at, unit);
${names.send('candidate', names.where(`da * ${names.slope('candidate')}`, 'Rows(0.0)'))}
direct[round] = ${names.where('Rows(0.0)', 'da')};`,
        first: 0,
        blocks: 1,
        leave: 'dHidden[round] = direct[round] + sum;',
      },
    ],
  };
}
