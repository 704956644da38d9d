import { useState } from 'react';
import { TagChart } from '../components/diagrams/tags/TagChart.tsx';
import type { TagFooter, TagGroup, TagPlace, TagRow } from '../components/diagrams/tags/tagTypes.ts';
import { cellsOf, differenceCells } from '../instruments/taggers/tag-rows.ts';
import { commonBeginning } from '../instruments/taggers/task.ts';
import type { FigureRole } from '../layout/unrolledTypes.ts';
import { DEFAULT_RNN } from '../models/cells/roles.ts';
import { readSequence } from '../models/network/reading.ts';
import { initialiseNetwork, type TokenNetwork } from '../models/network/token-network.ts';
import { createRandom } from '../models/random.ts';
import type { GalleryState } from './galleryTypes.ts';
import { ARABIC, CHINESE, LONG_TOKEN } from './sentences.ts';

const FIRST = ['he', 'said', 'Teddy', 'bears', 'are', 'on', 'sale'] as const;
const SECOND = ['he', 'said', 'Teddy', 'Roosevelt', 'was', 'a', 'great', 'president'] as const;
const WHO = [
  ['forward', 'hidden'],
  ['concat', 'cell'],
] as const satisfies readonly (readonly [TokenNetwork['directions'], FigureRole])[];

interface TagStateProps {
  readonly sentences: readonly (readonly string[])[];
  /** Words of padding behind the last sentence; nothing is said there. */
  readonly padding?: number;
  /** Answers of the second row from this step on are not there yet. */
  readonly until?: number;
  readonly differences?: boolean;
}

/** What a seeded network that has learnt nothing says of the second of two classes at each word. */
function namesOf(words: readonly string[], all: readonly string[], directions: TokenNetwork['directions']) {
  const network: TokenNetwork = {
    spec: DEFAULT_RNN,
    inputs: all.length,
    classes: 2,
    hidden: 6,
    layers: 1,
    directions,
  };
  const flat = initialiseNetwork(network, createRandom(4), {}).map((value) => 2.5 * value);
  const ids = Int32Array.from(words, (word) => all.indexOf(word));
  return readSequence(network, flat, ids).probabilities.filter((_, i) => i % 2 === 1);
}

/** Two networks' answers in one state of the drawing. */
function TagState({ sentences, padding = 0, until = 99, differences = false }: TagStateProps) {
  const all = [...new Set(sentences.flat())];
  const [selected, setSelected] = useState<TagPlace>({ group: 0, row: 1, step: 2 });
  const said = WHO.map(([who]) => sentences.map((words) => namesOf(words, all, who)));
  const groups = sentences.map((words, s): TagGroup => {
    const isLast = s === sentences.length - 1;
    const faint = Array.from({ length: isLast ? padding : 0 }, () => ({
      text: 'he',
      note: '∅',
      faint: true,
    }));
    const rows = WHO.map(([id, role], w): TagRow => {
      const cells = cellsOf(said[w]?.[s] ?? [], (step, value) => `${id} ${s + 1}, t=${step + 1}: ${value}`);
      const shown = cells.map((cell, step) =>
        w === 1 && step >= until ? { ...cell, value: null, text: '–' } : cell,
      );
      return { id, label: `${id}: P(name)`, role, unsure: w === 1 && padding > 0, cells: shown };
    });
    return { id: String(s), words: [...words.map((text) => ({ text })), ...faint], rows };
  });
  const common = commonBeginning(sentences[0] ?? [], sentences[1] ?? []);
  const footer = WHO.map(([id, role], w): TagFooter => {
    const [one = [], other = []] = said[w] ?? [];
    return { id, label: `${id}: first − second`, role, cells: differenceCells(one, other, common) };
  });
  return (
    <TagChart
      groups={groups}
      {...(differences ? { footer, band: { columns: common, label: 'the same so far' } } : {})}
      selected={selected}
      onSelect={setSelected}
      name="P(name)"
    />
  );
}

/** Answers of taggers: a pair that begins alike, padding, answers that are not there yet, long words, other scripts. */
export const TAG_STATES: readonly GalleryState[] = [
  {
    id: 'tags-pair',
    title: 'Two sentences that begin alike, their differences below',
    render: () => <TagState sentences={[FIRST, SECOND]} differences />,
  },
  {
    id: 'tags-padding',
    title: 'One sentence with padding behind it, hatched answers',
    render: () => <TagState sentences={[FIRST]} padding={4} />,
  },
  {
    id: 'tags-waiting',
    title: 'Answers that are not there yet',
    render: () => <TagState sentences={[SECOND]} until={3} />,
  },
  {
    id: 'tags-long-words',
    title: 'Words longer than a column, and other scripts',
    render: () => <TagState sentences={[LONG_TOKEN, CHINESE, ARABIC]} />,
  },
  {
    id: 'tags-empty',
    title: 'No word at all',
    render: () => <TagState sentences={[[]]} />,
  },
];
