import { gruEdges } from './gru.ts';
import { lstmEdges } from './lstm.ts';
import { rnnEdges } from './rnn.ts';
import { type Drawing, type Frame, readoutEdges, tracks } from './tracks.ts';

/** Every line and operation of one step. */
export function columnEdges(frame: Frame, step: number): Drawing {
  const column = frame.columns[step];
  if (!column) throw new RangeError(`the figure has no step ${step}`);
  const { spec } = frame.options;
  const at = tracks(frame, column);
  const { nodes, edges } =
    spec.kind === 'lstm' ? lstmEdges(spec, at) : spec.kind === 'gru' ? gruEdges(spec, at) : rnnEdges(at);
  return { nodes, edges: [...edges, ...readoutEdges(frame, step)] };
}
