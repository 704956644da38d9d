import type { Catalogue } from '../catalogue.ts';

const en = {
  'gate-code.about':
    'A complete program: it builds the network on screen, loads the file that “Save weights” writes ({file}) and computes the sequence on screen. Values held by hand are not part of it.',
  'gate-code.torch':
    'Needs pip install torch safetensors. It calculates in float64, as this page does: the same digits.',
  'gate-code.tfjs':
    'Needs npm install @tensorflow/tfjs, and the file beside the page. TensorFlow.js calculates in float32: six or seven digits agree.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'gate-code.about':
    '完整的程序：搭建屏幕上的网络，载入“保存权重”写出的文件（{file}），并计算屏幕上的序列。手动固定的值不在其中。',
  'gate-code.torch': '需要 pip install torch safetensors。程序与本页一样用 float64 计算，各位数字都相同。',
  'gate-code.tfjs':
    '需要 npm install @tensorflow/tfjs，并把文件放在网页旁边。TensorFlow.js 用 float32 计算，前六七位数字一致。',
};

/** The panel of code in the Gate lab. */
export const gateCodeMessages: Catalogue<keyof typeof en> = { en, zh };
