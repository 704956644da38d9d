import { FullBody } from './FullBody.tsx';
import { UnrolledRun, type UnrolledRunProps } from './UnrolledRun.tsx';

export interface UnrolledFigureProps extends Omit<UnrolledRunProps, 'body'> {
  /** Another inside than the whole of it. */
  readonly body?: UnrolledRunProps['body'];
}

/** The unrolled net on a live run, with everything: set-up, sentence, loss, prediction, table. */
export function UnrolledFigure({ body = FullBody, ...props }: UnrolledFigureProps) {
  return <UnrolledRun {...props} body={body} />;
}
