import { TraceTable } from '../../components/diagrams/TraceTable.tsx';
import { Bars } from './Bars.tsx';
import type { BodyProps } from './body.ts';
import { FigureNotices } from './FigureNotices.tsx';
import { NetAndDetail } from './NetAndDetail.tsx';

/** The net and its arithmetic, training; nothing to set up. */
export function CompactBody({ view, pace, onPace, table }: BodyProps) {
  const { shown, figure, notation } = view;
  const trace = shown?.probe.layers[0]?.trace;
  return (
    <>
      <Bars view={view} pace={pace} onPace={onPace} />
      <FigureNotices view={view} />
      <NetAndDetail view={view} />
      {table && shown && trace && (
        <TraceTable
          trace={trace}
          tokens={shown.probe.tokens}
          unit={Math.min(figure.settings.unit, shown.shape.hidden) - 1}
          notation={notation}
        />
      )}
    </>
  );
}
