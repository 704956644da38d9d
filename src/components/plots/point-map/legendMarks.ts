import { estimateTextWidth } from '../../../layout/textWidth.ts';
import { MARKER_PATHS } from '../Marker.tsx';
import { shapeOf } from './looks.ts';
import { type Mark, short } from './marks.ts';
import type { SceneState } from './sceneState.ts';

const FONT = 13;
const LINE = 22;
const MARGIN = 12;
/** From a sign to its name, and from a name to the next sign. */
const [GAP, APART] = [12, 16] as const;

/** What the colours stand for, in lines below a map for a file: the page has it beside the map, a file has to hold it. */
export function legendMarks(
  { input: { legend }, colours, frame, font }: SceneState,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  if (!legend || !colours) return { marks: [], height: 0 };
  const marks: Mark[] = [];
  let [x, y] = [MARGIN, top + LINE / 2];
  const write = (text: string, fill: string, before: number) => {
    const width = before + estimateTextWidth(text, FONT);
    if (x > MARGIN && x + width > frame.width - MARGIN) [x, y] = [MARGIN, y + LINE];
    const at = { x: short(x + before), y: short(y + 0.35 * FONT) };
    marks.push({ name: 'text', attributes: { ...at, 'font-family': font, 'font-size': FONT, fill }, text });
    const begin = x;
    x += width + APART;
    return begin;
  };
  write(legend.title, colours.muted, 0);
  legend.names.forEach((name, i) => {
    const begin = write(name, colours.ink, GAP);
    const colour = colours.classes[i] ?? colours.point;
    const place = `translate(${short(begin + 5)} ${short(y)})`;
    const look = {
      d: MARKER_PATHS[shapeOf(legend.kind, i)],
      fill: colour,
      stroke: colour,
      'stroke-width': 1.2,
    };
    marks.push({ name: 'path', attributes: { ...look, transform: place } });
  });
  return { marks, height: y - top + LINE / 2 + 4 };
}
