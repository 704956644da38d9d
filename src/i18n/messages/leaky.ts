import type { Catalogue } from '../catalogue.ts';

const en = {
  'leaky.title': 'Three ways to a longer reach',
  'leaky.alpha': 'Leak α',
  'leaky.delay': 'Long edges, d steps',
  'leaky.radius': 'Spectral radius ρ',
  'leaky.steps': 'Steps',
  'leaky.another': 'Other matrices',
  'leaky.plain': 'plain',
  'leaky.leaky': 'leaky',
  'leaky.skip': '1 and d',
  'leaky.long': 'only d',
  'leaky.power': 'αᵏ',
  'leaky.chart': 'Length of the gradient, by steps back from the error',
  'leaky.axis': 'steps back from the error, k',
  'leaky.legend':
    'Plain: edges of one step. Leaky: α of the old state stays. 1 and d: further edges over d steps. Only d: the short edges are dropped; the line joins the steps that the error reaches, between them the gradient is exactly 0. Dashes: αᵏ.',
  'leaky.here':
    'After {steps} steps back: plain {plain}, leaky {leaky}, edges of 1 and {delay} steps {skip}. Only {delay}: {long} after {last} steps. A leak of {alpha} forgets at a time scale of {scale} steps.',
  'leaky.table': 'Length of the gradient k steps back',
} as const;

const zh: Record<keyof typeof en, string> = {
  'leaky.title': '让误差传得更远的三种办法',
  'leaky.alpha': '泄漏 α',
  'leaky.delay': '长连接跨 d 步',
  'leaky.radius': '谱半径 ρ',
  'leaky.steps': '步数',
  'leaky.another': '换一组矩阵',
  'leaky.plain': '普通',
  'leaky.leaky': '泄漏',
  'leaky.skip': '1 与 d',
  'leaky.long': '只有 d',
  'leaky.power': 'αᵏ',
  'leaky.chart': '梯度的长度，按离误差有几步排列',
  'leaky.axis': '从误差往回走的步数 k',
  'leaky.legend':
    '普通：只有跨一步的连接。泄漏：旧状态保留 α 倍。1 与 d：另加跨 d 步的连接。只有 d：去掉短连接；线连接的是误差到得了的那些步，中间各步的梯度恰好为 0。虚线：αᵏ。',
  'leaky.here':
    '往回走 {steps} 步之后：普通 {plain}，泄漏 {leaky}，跨 1 步与 {delay} 步的连接 {skip}。只有 {delay} 步的连接：走 {last} 步之后为 {long}。泄漏取 {alpha} 时，遗忘的时间尺度是 {scale} 步。',
  'leaky.table': '往回走 k 步时梯度的长度',
};

/** The figure of leaky units and long connections. */
export const leakyMessages: Catalogue<keyof typeof en> = { en, zh };
