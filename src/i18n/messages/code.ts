import type { Catalogue } from '../catalogue.ts';

const en = {
  'listing.library': 'Library',
  'listing.written-torch':
    'PyTorch has no module for this network, so its equations are written out. {reasons}',
  'listing.written-tfjs':
    'TensorFlow.js has no layer for this cell, so its equations are written out, for tf.layers.rnn.',
  'listing.mirrored':
    'z of nn.GRU keeps the old state where the update gate here overwrites it: z = 1 − Γ_u. Such weights have the other sign.',
  'listing.no-clip': 'model.compile does not clip by norm; for that, write the step with tf.variableGrads.',
  'listing.biases': 'Gate biases that do not begin at 0 have no switch here: set them with setWeights.',
  'listing.peepholes': 'nn.LSTM has no peepholes; here the gates see c as well.',
  'listing.simplified-gru': 'nn.GRU always has a reset gate; here there is none.',
  'listing.reset':
    'nn.GRU multiplies by the reset gate after the product with the matrix; here it is done before.',
  'listing.activation':
    '{module} has {expected} for {role, select, update {its gates} cell {what it shows of c} other {the candidate}}, always; here it is {found}.',
  'listing.not-mirrored':
    'z of nn.GRU is 1 − Γ_u; 1 − g(z) = g(−z) holds for the sigmoid, and not for {found}.',
  'listing.directions': '{module} puts the two directions side by side; here they are added.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'listing.library': '程序库',
  'listing.written-torch': 'PyTorch 没有这种网络的模块，所以这里把方程逐条写出。{reasons}',
  'listing.written-tfjs': 'TensorFlow.js 没有这种单元的层，所以这里把方程逐条写出，交给 tf.layers.rnn。',
  'listing.mirrored': 'nn.GRU 的 z 保留旧状态，这里的更新门则用新值改写：z = 1 − Γ_u。相应的权重因此变号。',
  'listing.no-clip': 'model.compile 不会按范数裁剪梯度；需要时请用 tf.variableGrads 自己写这一步。',
  'listing.biases': '不从 0 开始的门偏置在这里没有选项：请用 setWeights 设置。',
  'listing.peepholes': 'nn.LSTM 没有窥孔连接；这里的门还能看到 c。',
  'listing.simplified-gru': 'nn.GRU 总有重置门；这里没有。',
  'listing.reset': 'nn.GRU 先与矩阵相乘，再乘重置门；这里先乘重置门。',
  'listing.activation':
    '{module} 的{role, select, update {各个门} cell {c 的输出} other {候选值}}固定使用 {expected}；这里是 {found}。',
  'listing.not-mirrored': 'nn.GRU 的 z 等于 1 − Γ_u；1 − g(z) = g(−z) 对 sigmoid 成立，对 {found} 不成立。',
  'listing.directions': '{module} 把两个方向并排拼接；这里把它们相加。',
};

/** A model as code in other libraries, and why a library does not have it. */
export const codeMessages: Catalogue<keyof typeof en> = { en, zh };
