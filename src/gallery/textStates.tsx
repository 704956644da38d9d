import { useState } from 'react';
import { IntakeNews, type IntakeNewsProps } from '../instruments/texts/IntakeNews.tsx';
import { KeptTexts } from '../instruments/texts/KeptTexts.tsx';
import { type TextSourceSettings, VOCABULARY } from '../instruments/texts/settings.ts';
import { TextFacts } from '../instruments/texts/TextFacts.tsx';
import { TextSource } from '../instruments/texts/TextSource.tsx';
import styles from './gallery.module.css';
import type { GalleryState } from './galleryTypes.ts';

const START: TextSourceSettings = {
  source: 'moby-dick',
  ownText: '',
  kept: '',
  level: 'character',
  ends: 'none',
  vocabulary: VOCABULARY.most / 4,
};

/** The real thing: files can be dropped on it. */
function Source({ start }: { readonly start: Partial<TextSourceSettings> }) {
  const [settings, setSettings] = useState({ ...START, ...start });
  const [length, setLength] = useState<number | null>(null);
  return (
    <>
      <TextSource
        settings={settings}
        change={(part) => setSettings((before) => ({ ...before, ...part }))}
        onText={(found) => setLength(found?.text.length ?? null)}
      />
      <output>{length ?? '–'}</output>
    </>
  );
}

const QUIET = { intake: null, fault: null, unsaved: null, onCancel() {}, onDismiss() {} } as const;
const LONG = 'a-rather-long-name-of-a-file-without-any-place-to-break-it-2026-11-21-final-version.zip';

const FAULTS: readonly NonNullable<IntakeNewsProps['fault']>[] = [
  { code: 'empty', name: 'a.txt' },
  { code: 'binary', name: 'weights.txt', offset: 1_048_575, byte: 7 },
  { code: 'unknown-encoding', name: 'fête.txt', offset: 5, byte: 0xea },
  { code: 'too-large', name: LONG, bytes: 73_400_000, limit: 50_000_000 },
  { code: 'other-kind', name: 'paper.pdf', kind: 'pdf' },
  { code: 'zip-without-text', name: 'pictures.zip', files: 212 },
  { code: 'zip-encrypted', name: '诗.zip/静夜思.txt' },
];

function News(props: Partial<IntakeNewsProps>) {
  return (
    <div className={styles.stack}>
      <IntakeNews {...QUIET} {...props} />
    </div>
  );
}

const ABOUT = { bytes: 1234, encodings: ['gb18030', 'utf-8'], files: 3, skipped: 12, added: 0 };

function Facts({ name, text }: { readonly name: string; readonly text: string }) {
  const about = { ...ABOUT, id: 'x', name, characters: 51_234_567 };
  return <TextFacts name={name} text={text} about={about} level="word" />;
}

function Kept() {
  const [texts, setTexts] = useState(() =>
    [LONG, '静夜思.txt', 'قصة قصيرة.md', '<b>bold</b>.txt'].map((name, i) => ({
      ...ABOUT,
      id: String(i),
      name,
      characters: 9,
      bytes: 10 ** (2 * i + 2),
      added: Date.UTC(2026, 10, i + 1),
    })),
  );
  const [used, setUsed] = useState('1');
  return (
    <KeptTexts
      texts={texts}
      used={used}
      onUse={setUsed}
      onRemove={(gone) => setTexts(texts.filter(({ id }) => id !== gone))}
    />
  );
}

/** Where a text comes from: a corpus, typed, read from files, kept; what can be wrong with a file. */
export const TEXT_STATES: readonly GalleryState[] = [
  { id: 'texts-corpus', title: 'A corpus', render: () => <Source start={{}} /> },
  {
    id: 'texts-chinese',
    title: 'A corpus in Chinese, by words and lines',
    render: () => <Source start={{ source: 'song-ci', level: 'word', ends: 'lines' }} />,
  },
  {
    id: 'texts-own',
    title: 'Own text',
    render: () => <Source start={{ source: 'own', ownText: 'the cat which already ate was full. ' }} />,
  },
  {
    id: 'texts-gone',
    title: 'A text that is not here',
    render: () => <Source start={{ source: 'kept', kept: 'x-1' }} />,
  },
  {
    id: 'texts-reading',
    title: 'Files that are being read',
    render: () => (
      <>
        <News intake={{ progress: null, elapsed: 0 }} />
        <News
          intake={{ progress: { done: 12_300_000, total: 48_000_000, name: LONG }, elapsed: 900 }}
          unsaved="quota"
        />
      </>
    ),
  },
  {
    id: 'texts-faults',
    title: 'What can be wrong with a file',
    render: () => FAULTS.map((fault) => <News key={fault.code} fault={fault} />),
  },
  {
    id: 'texts-facts',
    title: 'What was read: three scripts, and markup that is text',
    render: () => (
      <>
        <Facts name="poems.zip" text={'床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。'} />
        <Facts name={LONG} text={`<script>alert(1)</script>\n\n${'x'.repeat(900)}`} />
        <Facts name="قصة قصيرة.md" text="القطة التي أكلت السمكة" />
      </>
    ),
  },
  { id: 'texts-kept', title: 'Kept texts', render: () => <Kept /> },
];
