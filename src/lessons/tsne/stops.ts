import { type LessonStop, showing } from '../stops.ts';
import { SEEDS_TABLE, SHAPES_TABLE, SIZES_TABLE, STOPPED_TABLE } from './figures/settings.ts';

/** Fifteen minutes in front of a class: a knot, rings, two wagers, noise, and real words. */
export const stops: readonly LessonStop[] = [
  {
    id: 'knot',
    at: 'shapes',
    state: showing(SHAPES_TABLE, { shape: 'trefoil', count: 150, pace: 'brisk' }),
    minutes: 3,
    title: { en: 'One knot, six maps', zh: '一个绳结，六张图' },
    notes: {
      en: `All six begin now, from the same points. Ask which one is the knot, and let people argue.

Press *Start all over* once more and follow one map with your finger: first a small ball, then it unfolds.

Point at the gaps in the maps of small perplexity: points on both sides are next to each other in the space.`,
      zh: `六张图现在同时从同一批点开始。问大家哪一张才是绳结，让大家争一争。

再按一次“全部重新开始”，用手指跟着其中一张：先是一小团，然后舒展开来。

指出困惑度小的图里的缺口：两边的点在空间里其实紧挨着。`,
    },
  },
  {
    id: 'rings',
    at: 'shapes',
    state: showing(SHAPES_TABLE, { shape: 'rings', count: 150, pace: 'brisk' }),
    minutes: 2,
    title: { en: 'A chain', zh: '锁链' },
    notes: {
      en: `Two rings, each through the other. Who finds a map on which both are whole and linked?

Nobody can: not a fault of t-SNE, the plane has no room for it. Every map has to leave something out.`,
      zh: `两个环互相套着。谁能找到一张图，两个环都完整，而且还套在一起？

谁也找不到。这不怪 t-SNE，平面上放不下。任何一张图都得舍弃些什么。`,
    },
  },
  {
    id: 'widths',
    at: 'widths',
    minutes: 1.5,
    title: { en: 'A wager: how wide?', zh: '打个赌：有多宽？' },
    notes: {
      en: 'Let everybody answer before the map is shown. Most say five times.',
      zh: '先让大家都回答，再看图。多数人会说五倍。',
    },
  },
  {
    id: 'sizes',
    at: 'sizes',
    state: showing(SIZES_TABLE, { shape: 'widths', ratio: 10, perplexity: 30, pace: 'brisk' }),
    minutes: 3,
    title: { en: 'Sizes, measured', zh: '量一量大小' },
    notes: {
      en: `Read the line under the map. Ten times as wide in the space, about once on the map.

Then choose *three clouds, one far off*: a row at equal steps. Start from noise: a triangle. Ask for the perplexity that brings the distance back.`,
      zh: `念图下面那一行：空间里十倍宽，图上大约一倍。

然后选“三团点，一团很远”：站成一排，间隔一样。起点换成随机噪声，就成了三角形。问大家困惑度要多大，距离才会回来。`,
    },
  },
  {
    id: 'noise',
    at: 'seeds',
    state: showing(SEEDS_TABLE, { shape: 'one-cloud', perplexity: 3, pace: 'brisk' }),
    minutes: 2.5,
    title: { en: 'Clumps of nothing', zh: '无中生有的小撮' },
    notes: {
      en: `Say only afterwards that there is nothing in these points. Ask first what people see.

Pull the perplexity to 50.`,
      zh: `先问大家看到了什么，之后再说这些点里什么也没有。

把困惑度拉到 50。`,
    },
  },
  {
    id: 'early',
    at: 'stopped',
    state: showing(STOPPED_TABLE, { shape: 'clouds', pace: 'brisk', goOn: false }),
    minutes: 2,
    title: { en: 'Stopped too early', zh: '停得太早' },
    notes: {
      en: 'Strings and specks. Tick the box: all of them go on to the same end.',
      zh: '条和小点。勾上方框，它们都会继续走到同一个结局。',
    },
  },
];
