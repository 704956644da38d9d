import { useState } from 'react';
import { FaultNews, type FaultNewsProps } from '../instruments/vector-source/FaultNews.tsx';
import { KeptSets, type KeptSetsProps } from '../instruments/vector-source/KeptSets.tsx';
import { OpeningNews } from '../instruments/vector-source/OpeningNews.tsx';
import { Flaws, SetFacts } from '../instruments/vector-source/SetFacts.tsx';
import { VectorSource } from '../instruments/vector-source/VectorSource.tsx';
import { useVectors } from '../instruments/vectors/useVectors.ts';
import styles from './gallery.module.css';
import type { GalleryState } from './galleryTypes.ts';

const LONG = 'a-rather-long-name-of-a-file-without-any-place-to-break-it-crawl-300d-2M-subword.vec.gz';
const INFO: Parameters<typeof SetFacts>[0]['set'] = {
  isPartial: false,
  info: {
    id: 'a',
    name: 'glove.6B.100d.txt',
    origin: 'files',
    builtIn: null,
    format: 'glove',
    words: 400_000,
    wordsInSource: 400_000,
    limit: null,
    dimensions: 100,
    precision: 'int8',
    bytes: 41.6e6,
    rate: 131e6,
    hasCounts: false,
    hasSubwords: false,
    columns: [],
    flaws: [],
    tier: 'wasm',
  },
};

/** The real thing: files can be dropped on the page, sets opened and kept. */
function Source({ linked }: { readonly linked?: string }) {
  const vectors = useVectors();
  return <VectorSource vectors={vectors} linked={linked ?? null} startOpen={!linked} />;
}

const FLAWS: Parameters<typeof Flaws>[0]['flaws'] = [
  { code: 'header-lies', count: 1, first: { file: LONG, line: 1, expected: '2000000', found: '1999995' } },
  {
    code: 'ragged-row',
    count: 4821,
    first: { file: LONG, line: 1_204_112, word: 'ﷺ', expected: '300', found: '17' },
  },
  { code: 'not-a-number', count: 1, first: { file: LONG, line: 7, word: '<b>bold</b>', found: '-nan' } },
  { code: 'duplicate-word', count: 12, first: { file: LONG, line: 88, word: '鲸' } },
  { code: 'bad-utf8', count: 2, first: { file: LONG, row: 3, word: 'caf�', found: '0xe9' } },
];

const QUIET = { isOtherOpen: true, onTakeGood() {}, onAgain() {}, onClose() {} };
const FAULTS: readonly FaultNewsProps['fault'][] = [
  {
    name: LONG,
    builtIn: null,
    fault: { code: 'damaged', place: { file: LONG, byte: 1_204_112_345 }, words: 1_204_000, detail: '' },
    flaws: FLAWS.slice(0, 2),
    good: { ...INFO.info, words: 1_204_000 },
  },
  {
    name: 'paper.pdf',
    builtIn: null,
    fault: { code: 'not-vectors', kind: 'pdf', place: { file: 'paper.pdf', line: 1, found: '%PDF-1.5' } },
    flaws: [],
    good: null,
  },
  {
    name: 'vectors.npy',
    builtIn: null,
    fault: { code: 'partner-missing', file: 'vectors.npy', wanted: 'words' },
    flaws: [],
    good: null,
  },
  {
    name: 'https://example.org/vectors/crawl-300d-2M.vec.gz',
    builtIn: null,
    fault: {
      code: 'fetch',
      url: 'https://example.org/vectors/crawl-300d-2M.vec.gz',
      status: null,
      detail: 'Failed to fetch',
    },
    flaws: [],
    good: null,
  },
  {
    name: '',
    builtIn: 'glove',
    fault: { code: 'stopped', detail: 'the worker was killed' },
    flaws: [],
    good: null,
  },
];

function Kept() {
  const [sets, setSets] = useState<KeptSetsProps['sets']>(() =>
    [LONG, '静夜思.txt', '<b>bold</b>.bin'].map((name, i) => ({
      id: String(i),
      name,
      words: 10 ** (i + 4),
      wordsInSource: null,
      dimensions: 100 * (i + 1),
      precision: i === 1 ? 'float32' : 'int8',
      bytes: 10 ** (2 * i + 4),
      added: Date.UTC(2026, 10, i + 1),
    })),
  );
  return (
    <KeptSets
      sets={sets}
      onOpen={() => {}}
      onRemove={(gone) => setSets(sets.filter(({ id }) => id !== gone))}
    />
  );
}

/** Vectors: what is open, being opened, kept, wrong. */
export const VECTOR_STATES: readonly GalleryState[] = [
  { id: 'vectors-source', title: 'Where vectors come from', render: () => <Source /> },
  {
    id: 'vectors-linked',
    title: 'A link that names vectors: nothing is fetched before the reader says so',
    render: () => <Source linked="https://example.org/<b>vectors</b>/glove.6B.100d.txt" />,
  },
  {
    id: 'vectors-open',
    title: 'What is open, and what of its source was left out',
    render: () => (
      <div className={styles.stack}>
        <SetFacts set={null} />
        <SetFacts set={INFO} />
        <SetFacts set={{ ...INFO, isPartial: true, info: { ...INFO.info, words: 12_000 } }} />
        <SetFacts
          set={{
            ...INFO,
            info: {
              ...INFO.info,
              name: LONG,
              words: 853_242,
              wordsInSource: 3_000_000,
              dimensions: 300,
              limit: 'memory',
              bytes: 256e6,
            },
          }}
        />
        <SetFacts
          set={{ ...INFO, info: { ...INFO.info, words: 40, wordsInSource: null, limit: 'only', name: '' } }}
        />
        <Flaws flaws={FLAWS} />
      </div>
    ),
  },
  {
    id: 'vectors-opening',
    title: 'Vectors that are being opened',
    render: () => (
      <div className={styles.stack}>
        <OpeningNews opening={{ name: LONG, builtIn: null, progress: null }} onCancel={() => {}} />
        <OpeningNews
          opening={{
            name: 'glove.6B.100d.txt',
            builtIn: null,
            progress: { done: 123e6, total: 347e6, words: 141_822, elapsed: 1020 },
          }}
          onCancel={() => {}}
        />
        <OpeningNews
          opening={{
            name: '',
            builtIn: 'glove',
            progress: { done: 1e6, total: null, words: 0, elapsed: 500 },
          }}
          onCancel={() => {}}
        />
      </div>
    ),
  },
  {
    id: 'vectors-faults',
    title: 'Vectors that do not open',
    render: () => (
      <div className={styles.stack}>
        {FAULTS.map((fault) => (
          <FaultNews key={fault.name} fault={fault} {...QUIET} />
        ))}
      </div>
    ),
  },
  { id: 'vectors-kept', title: 'Kept vectors', render: () => <Kept /> },
];
