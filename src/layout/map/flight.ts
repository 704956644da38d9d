import { type MapFrame, type MapView, ZOOM } from './view.ts';

/** How close a point is looked at after a flight: some dozens of others beside it. */
export const closeZoom = (count: number, k: number): number =>
  Math.min(ZOOM.most, Math.max(k, Math.sqrt(count / 150), 1.5));

const ease = (share: number): number => share * share * (3 - 2 * share);

/**
 * The view a share of the way (0 … 1) to where a point stands in the middle at zoom `to`. The point may move meanwhile.
 * @param begin view and place (px) of the point when the flight began
 * @param place px where the point is in `view`
 */
export function flightView(
  begin: { readonly k: number; readonly place: readonly [number, number] },
  to: number,
  share: number,
  view: MapView,
  place: readonly [number, number],
  { width, height }: MapFrame,
): MapView {
  const e = ease(Math.max(0, Math.min(1, share)));
  const k = begin.k * (to / begin.k) ** e;
  const by = k / view.k;
  const wanted = [
    begin.place[0] + e * (width / 2 - begin.place[0]),
    begin.place[1] + e * (height / 2 - begin.place[1]),
  ] as const;
  return {
    ...view,
    k,
    x: wanted[0] - by * (place[0] - view.x),
    y: wanted[1] - by * (place[1] - view.y),
  };
}

/** The view a share of the way to all in sight. */
export function returnView(begin: MapView, share: number, turn: MapView['turn']): MapView {
  const e = ease(Math.max(0, Math.min(1, share)));
  const k = begin.k ** (1 - e);
  return { k, x: begin.x * (1 - e), y: begin.y * (1 - e), turn };
}
