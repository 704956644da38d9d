import type { Catalogue } from '../catalogue.ts';

const en = {
  'stack.layer': 'layer {layer}',
  'stack.output': 'output ŷ',
  'stack.input': 'input x',
  'stack.tile': 'Layer {layer}, t={step} “{token}”: {value}',
  'stack.tile-forward': 'Layer {layer}, forward in time, t={step} “{token}”: {value}',
  'stack.tile-backward': 'Layer {layer}, backward in time, t={step} “{token}”: {value}',
  'stack.unit-value': 'unit {unit} is {value}',
  'stack.values': 'All units of {symbol}',
  'stack.unit': 'Unit {unit}: {value}',
} as const;

const zh: Record<keyof typeof en, string> = {
  'stack.layer': '第 {layer} 层',
  'stack.output': '输出 ŷ',
  'stack.input': '输入 x',
  'stack.tile': '第 {layer} 层，t={step}“{token}”：{value}',
  'stack.tile-forward': '第 {layer} 层，正向，t={step}“{token}”：{value}',
  'stack.tile-backward': '第 {layer} 层，反向，t={step}“{token}”：{value}',
  'stack.unit-value': '单元 {unit} 的值为 {value}',
  'stack.values': '{symbol} 的全部单元',
  'stack.unit': '单元 {unit}：{value}',
};

/** The drawing of layers over time. */
export const stackMessages: Catalogue<keyof typeof en> = { en, zh };
