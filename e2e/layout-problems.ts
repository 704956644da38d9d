import type { Page } from '@playwright/test';
import { type Box, type Measures, measureLayout, type Piece, type Placed } from './measure-layout.ts';

/** In pixels: rounding of a text's measure, no fault that an eye could see. */
const TOLERANCE = 1;

const meet = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > TOLERANCE &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > TOLERANCE;

const coincide = (one: Placed, other: Placed): boolean =>
  one.scroller === other.scroller ? meet(one.box, other.box) : meet(one.shown, other.shown);

const leavesSideways = (inner: Box, outer: Box, slack: number): boolean =>
  inner.left < outer.left - slack || inner.right > outer.right + slack;

const leavesUpright = (inner: Box, outer: Box, slack: number): boolean =>
  inner.top < outer.top - slack || inner.bottom > outer.bottom + slack;

const isCut = ({ box, clips }: Piece): boolean =>
  clips.some(
    (clip) =>
      (clip.x && leavesSideways(box, clip, TOLERANCE)) || (clip.y && leavesUpright(box, clip, TOLERANCE)),
  );

/** Every pair of `all` once. */
function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}

/** Those to the right of a piece that begin before it ends: the only ones that it can meet. */
function neighbours(piece: Piece, sorted: readonly Piece[], index: number): readonly Piece[] {
  const end = sorted.findIndex((other, at) => at > index && other.box.left > piece.box.right);
  return sorted.slice(index + 1, end < 0 ? undefined : end);
}

const mustNotMeet = (one: Piece, other: Piece): boolean =>
  one.drawing === other.drawing && one.element !== other.element && coincide(one, other);

function overlaps({ pieces }: Measures): readonly string[] {
  const sorted = [...pieces].sort((one, other) => one.box.left - other.box.left);
  return sorted.flatMap((one, index) =>
    neighbours(one, sorted, index)
      .filter((other) => mustNotMeet(one, other))
      .map((other) => `“${one.name}” and “${other.name}” overlap`),
  );
}

const outgrown = ({ cells }: Measures): readonly string[] =>
  cells
    .filter(({ text, outline }) => leavesSideways(text, outline, 0) || leavesUpright(text, outline, 0))
    .map(({ name, shape }) => `“${name}” leaves its ${shape}`);

const covered = ({ controls }: Measures): readonly string[] =>
  pairs(controls.map((control, index) => ({ ...control, index })))
    .filter(([one, other]) => !one.inside.includes(other.index) && coincide(one, other))
    .map(([one, other]) => `${one.name} and ${other.name} lie on one another`);

/**
 * What a reader would call broken about the layout of `scope`, one sentence each; empty when all is well. Measured on the page as
 * it is drawn: a page that scrolls sideways, text that is cut off by what holds it, labels that lie on one another, numbers that
 * stand out of their shape, controls that cover each other.
 */
export async function layoutProblems(page: Page, scope = 'main'): Promise<readonly string[]> {
  const found = await page.evaluate(measureLayout, scope);
  return [
    ...(found.sideways > 0 ? [`the page scrolls ${found.sideways} px sideways`] : []),
    ...found.pieces.filter(isCut).map(({ name }) => `“${name}” is cut off`),
    ...overlaps(found),
    ...outgrown(found),
    ...covered(found),
  ];
}
