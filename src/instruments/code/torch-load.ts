import type { CodeNetwork, Lines } from './network.ts';

/**
 * Puts a file of ours into `model` or, without a read-out, into `rnn`, as `torchModel` defines them. `load` is an expression: the
 * file's tensors by name.
 */
export function torchLoad({ stack, classes }: CodeNetwork, isNative: boolean, load: string): Lines {
  if (isNative) return [`${classes === null ? 'rnn' : 'model'}.load_state_dict(${load})`];
  const lines = [`state = ${load}`];
  if (classes !== null) {
    lines.push("head = {'weight': state.pop('head.weights').T, 'bias': state.pop('head.bias')}");
    lines.push('model.head.load_state_dict(head)');
  }
  if (stack.directions !== 'forward') {
    lines.push(
      'state = {',
      "    name.replace('forward', '0').replace('backward', '1'): tensor",
      '    for name, tensor in state.items()',
      '}',
    );
  }
  return [...lines, `${classes === null ? 'rnn' : 'model.rnn'}.load_state_dict(state)`];
}
