import { describe, expect, it } from 'vitest';
import { type MarksCase, marksOf } from './marks.testkit.ts';

const CASE: MarksCase = {
  positions: [-1, 0, 1, 0, 0, 1],
  labels: ['<b>', 'two', '三'],
  links: [{ from: 0, to: 2, kind: 'second-pair' }],
  selected: [1],
};

describe('sceneMarks', () => {
  it('has every point in sight as a dot of one path, words as text, links as lines', () => {
    const marks = marksOf(CASE);
    const dots = marks.filter(({ attributes }) => String(attributes.d).includes('h0'));
    expect(dots).toHaveLength(1);
    expect(String(dots[0]?.attributes.d).match(/M/g)).toHaveLength(3);
    expect(marks.flatMap(({ text }) => text ?? []).sort()).toEqual(['<b>', 'two', '三']);
    expect(marks.filter(({ name }) => name === 'line')).toHaveLength(1);
  });

  it('parts classes into paths of their colours, and leaves out what is out of sight', () => {
    const marks = marksOf({ ...CASE, classes: [0, 1, 1] });
    const strokes = marks.flatMap(({ name, attributes }) =>
      name === 'path' && String(attributes.d).includes('h0') ? [attributes.stroke] : [],
    );
    expect(strokes).toEqual(['red', 'green']);
    const close = marksOf({ ...CASE, links: [], zoom: 40 });
    expect(close.filter(({ name }) => name === 'text').length).toBeLessThan(3);
  });
});
