import type { Catalogue } from '../catalogue.ts';

const en = {
  'settings.import': 'Import a file',
  'settings.import-done':
    '{name}: {lessons, plural, =0 {no new lesson} one {# lesson added} other {# lessons added}}, {checkpoints, plural, =0 {no new checkpoint} one {# checkpoint added} other {# checkpoints added}}. Nothing of yours was taken away.',
  'settings.import-damaged': 'Some of its entries could not be read and were left out.',
  'settings.import-refused': '{name} was not imported; your progress is as it was.',
  'settings.import-not-json':
    'Expected the JSON file that “Export as a file” writes; this file is no JSON. It may have been cut off on its way.',
  'settings.import-too-long':
    'Expected the file that “Export as a file” writes; this one is far longer. Choose another one.',
  'settings.import-other':
    'Expected a progress file of Unrolled; found “{found}”. Figures are opened by “Open file …” in their own toolbar.',
  'settings.import-newer':
    'Expected version 1 of the file; found version {found}. Reload this page to get the newest Unrolled, then try again.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'settings.import': '导入文件',
  'settings.import-done':
    '{name}：{lessons, plural, =0 {没有新的课} other {新增 # 课}}，{checkpoints, plural, =0 {没有新的检查点} other {新增 # 个检查点}}。你原有的进度没有减少。',
  'settings.import-damaged': '其中有些条目无法读取，已略过。',
  'settings.import-refused': '{name} 没有导入，你的进度保持原样。',
  'settings.import-not-json':
    '这里需要“导出为文件”写出的 JSON 文件，而这个文件不是 JSON，可能在传送途中被截断了。',
  'settings.import-too-long': '这里需要“导出为文件”写出的文件，而这个文件太长了。请另选一个。',
  'settings.import-other':
    '这里需要 Unrolled 的进度文件，找到的却是“{found}”。图的文件请在图的工具栏里用“打开文件”打开。',
  'settings.import-newer':
    '这里需要第 1 版的文件，找到的是第 {found} 版。请重新加载页面，更新到最新的 Unrolled 再试。',
};

/** Bringing along the progress of another browser. */
export const progressMessages: Catalogue<keyof typeof en> = { en, zh };
