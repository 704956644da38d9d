import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP_COLUMN, layoutStacked, MATRIX_CELL, type MatrixBlock } from './stackedMatrices.ts';

const sizes = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }), fc.boolean());

const boxOf = ({ x, y, rows, columns, id }: MatrixBlock, gap: boolean) => ({
  left: x,
  right: x + columns * MATRIX_CELL.width + (gap && ['input', 'weights'].includes(id) ? GAP_COLUMN : 0),
  top: y,
  bottom: y + rows * MATRIX_CELL.height,
});

describe('layoutStacked', () => {
  it('keeps blocks apart and inside', () => {
    fc.assert(
      fc.property(sizes, ([hidden, shown, gap]) => {
        const { blocks, width, height } = layoutStacked(hidden, shown, gap);
        const boxes = blocks.map((block) => boxOf(block, gap));
        boxes.forEach((one, i) => {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.right).toBeLessThanOrEqual(width);
          expect(one.bottom).toBeLessThanOrEqual(height);
          for (const other of boxes.slice(i + 1)) {
            const apart =
              one.right < other.left ||
              other.right < one.left ||
              one.bottom < other.top ||
              other.bottom < one.top;
            expect(apart).toBe(true);
          }
        });
      }),
    );
  });

  it('has as many columns in W_a as in W_aa and W_ax together, and the joint between them', () => {
    fc.assert(
      fc.property(sizes, ([hidden, shown, gap]) => {
        const layout = layoutStacked(hidden, shown, gap);
        const columns = (id: MatrixBlock['id']) => layout.blocks.find((block) => block.id === id)?.columns;
        expect(columns('weights')).toBe(hidden + shown);
        const weights = layout.blocks.find(({ id }) => id === 'weights');
        expect(layout.joint - (weights?.x ?? 0)).toBe(hidden * MATRIX_CELL.width);
      }),
    );
  });
});
