import { describe, expect, it } from 'vitest';
import { openedFiles, rowsOf } from './intake.testkit.ts';

describe('files of vectors', () => {
  it('opens text without a header, plain and packed', async () => {
    const text = 'the 0.5 -1 2e-3\nof 1 2 3\n. . . 7 8 9\n';
    const packed = new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')));
    const files = [new File([text], 'a.txt'), new File([await packed.arrayBuffer()], 'a.txt.gz')];
    for (const file of files) {
      const opened = await openedFiles([file]);
      expect(opened.ok && opened.source.format).toBe('glove');
      expect(rowsOf(opened)).toEqual({
        the: [0.5, -1, Math.fround(2e-3)],
        of: [1, 2, 3],
        '. . .': [7, 8, 9],
      });
    }
  });
});
