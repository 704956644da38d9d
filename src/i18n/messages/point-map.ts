import type { Catalogue } from '../catalogue.ts';

const en = {
  'pmap.keys':
    'Arrow keys go to the next labelled point, Enter selects it, plus and minus zoom, Shift with an arrow key moves the map, 0 shows all of it.',
  'pmap.keys-orbit':
    'Arrow keys go to the next labelled point, Enter selects it, plus and minus zoom, Shift with an arrow key turns the map, 0 shows all of it.',
  'pmap.tools': 'Tools of the map',
  'pmap.all': 'All in sight',
  'pmap.lasso': 'Lasso',
  'pmap.lasso-hint': 'Draw around points, or take all that are in sight.',
  'pmap.lasso-all': 'Take all in sight',
  'pmap.spin': 'Turn by itself',
  'pmap.table': 'Table of points in sight',
  'pmap.in-sight': '{count, plural, one {# point} other {# points}} in sight',
  'pmap.in-sight-more': 'The {shown} most important of {count} points in sight',
  'pmap.head-word': 'Word',
  'pmap.head-state': 'State',
  'pmap.is-selected': 'selected',
  'pmap.wheel': 'Ctrl and the wheel zoom the map; the wheel alone scrolls the page.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'pmap.keys': '方向键移到下一个有标签的点，Enter 选中，加号和减号缩放，Shift 加方向键移动地图，0 显示全部。',
  'pmap.keys-orbit':
    '方向键移到下一个有标签的点，Enter 选中，加号和减号缩放，Shift 加方向键转动地图，0 显示全部。',
  'pmap.tools': '地图工具',
  'pmap.all': '显示全部',
  'pmap.lasso': '套索',
  'pmap.lasso-hint': '围着一些点画一圈，或者选取眼前的全部点。',
  'pmap.lasso-all': '选取眼前的全部点',
  'pmap.spin': '自动转动',
  'pmap.table': '眼前各点的表格',
  'pmap.in-sight': '眼前有 {count} 个点',
  'pmap.in-sight-more': '眼前 {count} 个点中最重要的 {shown} 个',
  'pmap.head-word': '词',
  'pmap.head-state': '状态',
  'pmap.is-selected': '已选中',
  'pmap.wheel': '按住 Ctrl 滚动滚轮可缩放地图；只滚动滚轮则滚动页面。',
};

/** What a map of points says. */
export const pointMapMessages: Catalogue<keyof typeof en> = { en, zh };
