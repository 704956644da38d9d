import type { Catalogue } from '../catalogue.ts';

const en = {
  'spectrum.title': 'Eigenvalues, and where the gradient goes',
  'spectrum.kind': 'Matrix W_aa',
  'spectrum.kind-gaussian': 'random',
  'spectrum.kind-orthogonal': 'orthogonal',
  'spectrum.kind-triangular': 'sheared',
  'spectrum.radius': 'Spectral radius ρ',
  'spectrum.activation': 'Function g',
  'spectrum.g-tanh': 'tanh',
  'spectrum.g-linear': 'none (linear)',
  'spectrum.input': 'Input strength',
  'spectrum.units': 'Units',
  'spectrum.steps': 'Steps',
  'spectrum.another': 'Another matrix',
  'spectrum.plane':
    '{count} eigenvalues in the complex plane, {beyond} of them outside the unit circle; spectral radius {radius}',
  'spectrum.chart': 'Length of the gradient, by steps back from the error',
  'spectrum.axis': 'steps back from the error, k',
  'spectrum.net': 'this net',
  'spectrum.power': 'ρᵏ',
  'spectrum.bound': 'σᵏ',
  'spectrum.start': 'length 1',
  'spectrum.legend':
    'Hollow: |λ| ≤ 1. Filled: |λ| > 1. Dashed circle: ρ. In the chart: what this net’s backward pass finds (solid), ρᵏ (dashed), and the largest singular value to the power of k (dotted), which no gradient can exceed. Beyond the axis, lines run along its edge.',
  'spectrum.here':
    'ρ = {radius}, largest singular value σ = {norm}, slope of g on average {slope}. After {steps} steps back, the error of length 1 has length {end}: a factor of {rate} a step.',
  'spectrum.table': 'Length of the gradient k steps back, and the two powers',
  'spectrum.table-values': 'Eigenvalues of W_aa',
  'spectrum.head-k': 'k',
  'spectrum.head-length': 'Length',
  'spectrum.head-re': 'Re λ',
  'spectrum.head-im': 'Im λ',
  'spectrum.head-abs': '|λ|',
} as const;

const zh: Record<keyof typeof en, string> = {
  'spectrum.title': '特征值，以及梯度的去向',
  'spectrum.kind': '矩阵 W_aa',
  'spectrum.kind-gaussian': '随机',
  'spectrum.kind-orthogonal': '正交',
  'spectrum.kind-triangular': '剪切',
  'spectrum.radius': '谱半径 ρ',
  'spectrum.activation': '函数 g',
  'spectrum.g-tanh': 'tanh',
  'spectrum.g-linear': '不用（线性）',
  'spectrum.input': '输入强度',
  'spectrum.units': '单元数',
  'spectrum.steps': '步数',
  'spectrum.another': '换一个矩阵',
  'spectrum.plane': '复平面上的 {count} 个特征值，其中 {beyond} 个在单位圆外；谱半径 {radius}',
  'spectrum.chart': '梯度的长度，按离误差有几步排列',
  'spectrum.axis': '从误差往回走的步数 k',
  'spectrum.net': '这个网络',
  'spectrum.power': 'ρᵏ',
  'spectrum.bound': 'σᵏ',
  'spectrum.start': '长度 1',
  'spectrum.legend':
    '空心：|λ| ≤ 1。实心：|λ| > 1。虚线圆：ρ。曲线图里，实线是这个网络的反向传播算出的结果，虚线是 ρᵏ，点线是最大奇异值的 k 次方，任何梯度都不会超过它。超出坐标轴的部分贴着边缘画。',
  'spectrum.here':
    'ρ = {radius}，最大奇异值 σ = {norm}，g 的平均斜率 {slope}。往回走 {steps} 步，长度为 1 的误差变成了 {end}：平均每步乘以 {rate}。',
  'spectrum.table': '往回走 k 步时梯度的长度，以及两条乘方曲线',
  'spectrum.table-values': 'W_aa 的特征值',
  'spectrum.head-k': 'k',
  'spectrum.head-length': '长度',
  'spectrum.head-re': 'Re λ',
  'spectrum.head-im': 'Im λ',
  'spectrum.head-abs': '|λ|',
};

/** The figure of a recurrent matrix's eigenvalues. */
export const spectrumMessages: Catalogue<keyof typeof en> = { en, zh };
