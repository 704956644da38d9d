import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { NumberField } from '../../../components/controls/NumberField.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { signedColor } from '../../../components/diagrams/palette.ts';
import { useSignedPalette } from '../../../components/diagrams/useSignedPalette.ts';
import { CellMatrix } from '../../../components/plots/CellMatrix.tsx';
import { WordMap } from '../../../components/plots/WordMap.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { ToolFigure } from '../../../instruments/tools/ToolFigure.tsx';
import tools from '../../../instruments/tools/tools.module.css';
import { principalPlane } from '../../../models/projection/pca.ts';
import { embeddingsLessonMessages } from '../messages.ts';
import {
  FEATURES,
  type Feature,
  type FeatureTable,
  readFeatures,
  rowOf,
  withFeature,
  writeFeatures,
} from './features.ts';
import styles from './figures.module.css';
import { cosine } from './measures.ts';
import { FEATURE_TABLE, type FeatureSettings, VIEWS } from './settings.ts';

/** Another word and how like it is; NaN where one of both has no features at all. */
interface Likeness {
  readonly word: string;
  readonly cosine: number;
}

/** The other words by how like they are to one, the most alike first; those of no direction last. */
export function likenesses(table: FeatureTable, at: number): readonly Likeness[] {
  const own = rowOf(table, at);
  return table.words
    .map((word, i) => ({ word, cosine: cosine(own, rowOf(table, i)), i }))
    .filter(({ i }) => i !== at)
    .sort((x, y) => (Number.isNaN(x.cosine) ? 1 : Number.isNaN(y.cosine) ? -1 : y.cosine - x.cosine));
}

interface Plane {
  readonly points: Float64Array;
  /** Of the words' variance; null: two features are shown as they are. */
  readonly share: number | null;
}

/** The two features of a view; null: the words' principal plane. */
const AXES: Readonly<Record<FeatureSettings['view'], readonly [Feature, Feature] | null>> = {
  pca: null,
  'royal-gender': ['royal', 'gender'],
  'age-gender': ['age', 'gender'],
  'royal-food': ['royal', 'food'],
};

function planeOf({ words, values }: FeatureTable, view: FeatureSettings['view']): Plane {
  const axes = AXES[view];
  if (axes) {
    const [across, up] = axes.map((name) => FEATURES.indexOf(name));
    const points = words.flatMap((_, i) => [
      values[i * FEATURES.length + (across ?? 0)] ?? 0,
      values[i * FEATURES.length + (up ?? 0)] ?? 0,
    ]);
    return { points: Float64Array.from(points), share: null };
  }
  const { points, variances, total } = principalPlane(
    Float64Array.from(values),
    words.length,
    FEATURES.length,
  );
  // Upright: what the words differ in most is gender, and its arrows leave room for names beside them.
  const upright = points.map((_, i) => points[i % 2 === 0 ? i + 1 : i - 1] ?? 0);
  return { points: upright, share: total > 0 ? (variances[0] + variances[1]) / total : 0 };
}

interface EditorProps {
  readonly table: FeatureTable;
  readonly settings: FeatureSettings;
  readonly change: (part: Partial<FeatureSettings>) => void;
}

/** The table; the selected number is changed in the field below it. */
function Editor({ table, settings, change }: EditorProps) {
  const text = useText(embeddingsLessonMessages);
  const palette = useSignedPalette();
  const { row, column } = settings;
  const selected = { row: row - 1, column: column - 1 };
  const valueAt = (r: number, c: number) => table.values[r * FEATURES.length + c] ?? 0;
  const feature = (c: number) => text(`embed.feature-${FEATURES[c] ?? 'gender'}`);
  const word = table.words[selected.row] ?? '';
  const setValue = (value: number) =>
    change({ values: writeFeatures(withFeature(table.values, selected, value)) });
  return (
    <div className={styles.block}>
      <CellMatrix
        rows={table.words.length}
        columns={FEATURES.length}
        name={text('embed.features-name')}
        rowName={text('embed.word')}
        columnName={text('embed.feature')}
        labelWidth={62}
        columnWidth={56}
        rowLabel={(r) => table.words[r] ?? ''}
        columnLabel={feature}
        selected={selected}
        onSelect={(r, c) => change({ row: r + 1, column: c + 1 })}
        cell={(r, c) => {
          const value = formatFixed(valueAt(r, c), 1);
          return {
            fill: signedColor(valueAt(r, c), palette),
            text: value,
            name: `${table.words[r]}, ${feature(c)}: ${value}`,
          };
        }}
      />
      <div className={tools.bar}>
        <NumberField
          label={text('embed.edit', { word, feature: feature(selected.column) })}
          value={valueAt(selected.row, selected.column)}
          min={-1}
          max={1}
          onChange={setValue}
        />
        <Button disabled={settings.values === ''} onClick={() => change({ values: '' })}>
          {text('embed.as-given')}
        </Button>
      </div>
    </div>
  );
}

/** How like the selected word is to the others, by the cosine of their features. */
function Likest({ table, at }: { readonly table: FeatureTable; readonly at: number }) {
  const text = useText(embeddingsLessonMessages);
  return (
    <table className={styles.likest}>
      <caption>{text('embed.like', { word: table.words[at] ?? '' })}</caption>
      <thead>
        <tr>
          <th scope="col">{text('embed.word')}</th>
          <th scope="col">{text('embed.cosine')}</th>
        </tr>
      </thead>
      <tbody>
        {likenesses(table, at).map((one) => (
          <tr key={one.word}>
            <th scope="row">{one.word}</th>
            <td>{Number.isNaN(one.cosine) ? '–' : formatFixed(one.cosine, 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Arrows from the male to the female word of each pair of the table. */
const PAIRS = [
  { from: 0, to: 1, relation: 0 },
  { from: 2, to: 3, relation: 0 },
  { from: 4, to: 5, relation: 0 },
] as const;

export interface FeatureFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly children?: (table: FeatureTable) => ReactNode;
}

/** Words by features that a person gave them, and their places on a plane. */
export function FeatureFigure({ id, caption, children }: FeatureFigureProps) {
  const text = useText(embeddingsLessonMessages);
  const figure = useFigure(FEATURE_TABLE, id);
  const { settings, change } = figure;
  const { values, view } = settings;
  const table = useMemo(() => readFeatures(values), [values]);
  const plane = useMemo(() => planeOf(table, view), [table, view]);
  const [lit, setLit] = useState<string | null>(null);
  const at = settings.row - 1;
  const rows = table.words.map((word, i) => [word, ...rowOf(table, i)]);
  return (
    <ToolFigure
      id={id}
      title={text('embed.features-title')}
      caption={caption}
      table={FEATURE_TABLE}
      figure={figure}
      csv={() => [['word', ...FEATURES], ...rows]}
      numbers={
        <NumberTable
          caption={text('embed.features-name')}
          heads={[text('embed.word'), ...FEATURES.map((name) => text(`embed.feature-${name}`))]}
          rows={rows.map(([word = '', ...own]) => ({
            id: String(word),
            cells: [String(word), ...own.map((value) => formatFixed(Number(value), 1))],
          }))}
        />
      }
    >
      <div className={styles.twoSides}>
        <Editor table={table} settings={settings} change={change} />
        <div className={styles.block}>
          <Select
            label={text('embed.view')}
            value={view}
            options={VIEWS.map((value) => ({ value, label: text(`embed.view-${value}`) }))}
            onChange={(next) => change({ view: next })}
          />
          <WordMap
            name={text('embed.features-map')}
            words={table.words}
            points={plane.points}
            arrows={PAIRS}
            selected={table.words[at] ?? null}
            lit={lit}
            onLight={setLit}
            onSelect={(word) => change({ row: table.words.indexOf(word) + 1 })}
            height={330}
          />
          {plane.share !== null && (
            <p className={tools.note} data-testid="share">
              {text('embed.share', { share: formatFixed(100 * plane.share, 0) })}
            </p>
          )}
          <Likest table={table} at={at} />
        </div>
      </div>
      {children?.(table)}
    </ToolFigure>
  );
}
