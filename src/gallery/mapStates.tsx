import { useState } from 'react';
import { PointMap } from '../components/plots/point-map/PointMap.tsx';
import type { MapLegend, MapLink, MapPoints } from '../components/plots/point-map/types.ts';
import { createRandom } from '../models/random.ts';
import styles from './gallery.module.css';
import type { GalleryState } from './galleryTypes.ts';

const GROUPS = 7;
const SYLLABLES = ['ka', 'mo', 'ri', 'ten', 'su', 'la', 'ver', 'do', 'nin', 'pe', 'hal', 'o'] as const;
/** The beginning of the Thousand Character Classic. */
const CHARACTERS =
  '天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏餘成歲律呂調陽雲騰致雨露結為霜金生麗水玉出崑岡劍號巨闕珠稱夜光果珍李柰菜重芥薑海鹹河淡鱗潛羽翔龍師火帝鳥官人皇始制文字乃服衣裳';

function wordOf(i: number): string {
  const [first, second, third] = [i % 12, Math.floor(i / 12) % 12, Math.floor(i / 144)];
  const tail = third > 0 ? String(third) : '';
  return `${SYLLABLES[first] ?? ''}${SYLLABLES[second] ?? ''}${tail}`;
}

/** Clusters of points with words, the same every time. */
function clusters(count: number, dimensions: 2 | 3, labels: readonly string[]): MapPoints {
  const random = createRandom(7);
  const centres = Array.from({ length: GROUPS * dimensions }, () => 4 * random.normal());
  const spreads = Array.from({ length: GROUPS }, () => 0.35 + 1.3 * random.next());
  const classes = Uint8Array.from({ length: count }, () => random.integer(GROUPS));
  const positions = new Float32Array(count * dimensions);
  for (let i = 0; i < positions.length; i++) {
    const group = classes[Math.floor(i / dimensions)] ?? 0;
    const centre = centres[group * dimensions + (i % dimensions)] ?? 0;
    positions[i] = centre + (spreads[group] ?? 1) * random.normal();
  }
  return { count, dimensions, positions, labels, importance: null, classes };
}

const words = (count: number) => Array.from({ length: count }, (_, i) => wordOf(i));
const LEGEND: MapLegend = {
  title: 'Cluster',
  kind: 'groups',
  names: Array.from({ length: GROUPS }, (_, i) => String(i + 1)),
};
const STEPS: MapLegend = { title: 'Rank', kind: 'scale', names: ['1–10', '11–50', '51–200', '201–1000'] };

interface ShownProps {
  readonly points: MapPoints;
  readonly name: string;
  readonly legend?: MapLegend;
  readonly links?: readonly MapLink[];
  readonly faint?: Uint8Array;
  readonly selected?: readonly number[];
  readonly hasLasso?: boolean;
  readonly height?: number;
}

function Shown({ points, name, legend, links = [], faint, hasLasso = false, ...rest }: ShownProps) {
  const [lit, setLit] = useState(-1);
  const [selected, setSelected] = useState(rest.selected ?? []);
  const [held, setHeld] = useState<readonly number[]>([]);
  return (
    <div className={styles.stack}>
      <PointMap
        name={name}
        points={points}
        selected={selected}
        lit={lit}
        links={links}
        faint={faint ?? null}
        onLight={setLit}
        onSelect={(index) => setSelected(index < 0 ? [] : [index])}
        onLasso={hasLasso ? setHeld : undefined}
        legend={legend}
        height={rest.height ?? 520}
      />
      {hasLasso && <p>{held.map((index) => points.labels[index]).join(' ')}</p>}
    </div>
  );
}

const FLAT = clusters(5000, 2, words(5000));
const PLAIN = { ...FLAT, classes: null };
const CHINESE = clusters(CHARACTERS.length, 2, [...CHARACTERS]);
const LINKS: readonly MapLink[] = [
  { from: 3, to: 40, kind: 'first-pair' },
  { from: 7, to: 25, kind: 'second-pair' },
  ...[11, 60, 90, 120, 300].map((to) => ({ from: 3, to, kind: 'neighbour' }) as const),
];

export const MAP_STATES: readonly GalleryState[] = [
  {
    id: 'point-map',
    title: 'A map of 5,000 words',
    render: () => <Shown name="Map of words" points={PLAIN} selected={[3]} links={LINKS} />,
  },
  {
    id: 'point-map-classes',
    title: 'Classes by colour and shape, some points faint',
    render: () => (
      <Shown
        name="Map of clusters"
        points={FLAT}
        legend={LEGEND}
        faint={Uint8Array.from({ length: FLAT.count }, (_, i) => (FLAT.classes?.[i] === 2 ? 1 : 0))}
      />
    ),
  },
  {
    id: 'point-map-solid',
    title: 'Three dimensions',
    render: () => (
      <Shown name="Map in three dimensions" points={clusters(3000, 3, words(3000))} legend={LEGEND} />
    ),
  },
  {
    id: 'point-map-chinese',
    title: 'Chinese characters, by rank, with a lasso',
    render: () => (
      <Shown
        name="字的地图"
        points={{
          ...CHINESE,
          classes: Uint8Array.from({ length: CHINESE.count }, (_, i) => Math.floor(i / 24) % 4),
        }}
        legend={STEPS}
        hasLasso
        height={360}
      />
    ),
  },
];
