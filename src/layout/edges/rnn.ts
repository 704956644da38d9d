import { type ColumnTracks, type Drawing, edge, finalEdges } from './tracks.ts';

/** a = g(W_aa a_prev + W_ax x + b): both operands enter a at once. */
export function rnnEdges(at: ColumnTracks): Drawing {
  const { step, box, frame } = at;
  const hidden = box('hidden');
  const previous = box('hidden', step - 1);
  const token = box('input');
  const to = { role: 'hidden', step } as const;
  return {
    nodes: [],
    edges: [
      edge(step, 'memory', { role: 'hidden', step: step - 1 }, to, [
        { x: previous.right, y: previous.y },
        { x: hidden.left, y: hidden.y },
      ]),
      edge(step, 'input', { role: 'input', step }, to, [
        { x: token.x, y: token.top },
        { x: hidden.x, y: hidden.bottom },
      ]),
      ...finalEdges(frame, step, ['hidden']),
    ],
  };
}
