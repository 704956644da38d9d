import type { Catalogue } from '../catalogue.ts';

const en = {
  'files.open': 'Open weights …',
  'files.save': 'Save weights',
  'files.drop': 'or drop a .safetensors file anywhere on the page',
  'files.about':
    'What PyTorch calls weight_ih_l0, weight_hh_l0, bias_ih_l0 and bias_hh_l0 opens here: nn.LSTM, nn.GRU or nn.RNN, with any number of layers, one way or both, alone or inside a larger model. Save it with save_file from safetensors.torch. The file stays on this machine.',
  'files.opened': '{name} is open: {network}{from, select, none {} other {, taken from {from}}}.',
  'files.which': '{name} has {count} recurrent modules. Which one?',
  'files.module': 'Module',
  'files.head': 'Read-out',
  'files.head-none': 'none',
  'files.head-offer': '{prefix}: {classes, plural, one {# class} other {# classes}}',
  'files.nonlinearity': 'nn.RNN with',
  'files.nonlinearity-why': 'The file does not say which of the two it was trained with.',
  'files.update': 'Update gate',
  'files.update-writes': 'Γ_u overwrites',
  'files.update-keeps': 'z keeps (as in the file)',
  'files.update-why':
    'nn.GRU’s z keeps the old state. Where Γ_u overwrites it, the weights of this gate have the other sign; what is computed is the same.',
  'files.note-zero-bias': 'The module was made with bias=False: the biases are 0 here.',
  'files.note-head-zero-bias': '{name} is missing: the bias of the read-out is 0.',
  'files.note-spec-ignored':
    'The file describes itself as another network than its tensors are; the tensors count.',
  'files.note-head-unclear': 'Several linear layers could be the read-out. Choose one, or none.',
  'files.note-large-head':
    'The read-out {prefix} has {classes, number} classes, more than the {limit, number} that the lab shows: the network is open without it.',
  'files.unused': '{count, plural, one {One tensor} other {# tensors}} not used',
  'files.written-torch': 'PyTorch loads this file: {module}, with load_state_dict.',
  'files.written-torch-head':
    'PyTorch loads this file into a module with the fields rnn = {module} and head = {head}: see the code.',
  'files.written-plain':
    'PyTorch has no module for this network: load_state_dict of {module} will refuse the file. Its tensors have our own names, and the program under Code reads them.',
  'files.dtype-f32': 'Numbers in F32: no digit is lost.',
  'files.dtype-f64': 'Numbers in F64: F32 would round some of them.',
  'files.reopens': 'It opens here again with every number equal.',
  'files.tensors': 'What the file holds: {count, plural, one {# tensor} other {# tensors}}',
  'files.size-inputs': 'n_x is {found, number} (at most {limit, number})',
  'files.size-hidden': 'n_a is {found, number} (at most {limit, number})',
  'files.size-layers': 'there are {found, number} layers (at most {limit, number})',
  'files.size-parameters': 'there are {found, number} parameters (at most {limit, number})',
  'files.size-classes': 'there are {found, number} classes (at most {limit, number})',
  'files.fault-too-large':
    'The network is larger than the lab shows: {sizes}. Train a smaller one for the lecture; the equations are the same.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'files.open': '打开权重……',
  'files.save': '保存权重',
  'files.drop': '或把 .safetensors 文件拖到页面任意处',
  'files.about':
    'PyTorch 命名为 weight_ih_l0、weight_hh_l0、bias_ih_l0、bias_hh_l0 的权重可以在这里打开：nn.LSTM、nn.GRU 或 nn.RNN，层数不限，单向或双向，单独保存或在更大的模型之中。请用 safetensors.torch 的 save_file 保存。文件不会离开这台机器。',
  'files.opened': '{name} 已打开：{network}{from, select, none {} other {，取自 {from}}}。',
  'files.which': '{name} 里有 {count} 个循环模块。打开哪一个？',
  'files.module': '模块',
  'files.head': '输出层',
  'files.head-none': '不用',
  'files.head-offer': '{prefix}：{classes} 类',
  'files.nonlinearity': 'nn.RNN 的激活函数',
  'files.nonlinearity-why': '文件里没有写明训练时用的是哪一个。',
  'files.update': '更新门',
  'files.update-writes': 'Γ_u 改写',
  'files.update-keeps': 'z 保留（与文件相同）',
  'files.update-why': 'nn.GRU 的 z 保留旧状态。换成改写旧状态的 Γ_u，这个门的权重要变号；算出的结果不变。',
  'files.note-zero-bias': '这个模块是用 bias=False 建的：这里偏置都为 0。',
  'files.note-head-zero-bias': '缺少 {name}：输出层的偏置为 0。',
  'files.note-spec-ignored': '文件自述的网络与其中的张量不符；以张量为准。',
  'files.note-head-unclear': '有几个线性层都可能是输出层。请选一个，或不用。',
  'files.note-large-head':
    '输出层 {prefix} 有 {classes, number} 类，超过实验室能显示的 {limit, number} 类：网络已打开，但不带它。',
  'files.unused': '有 {count} 个张量没有用到',
  'files.written-torch': 'PyTorch 可以用 load_state_dict 载入这个文件：{module}。',
  'files.written-torch-head':
    'PyTorch 可以把这个文件载入含有字段 rnn = {module} 和 head = {head} 的模块：见代码。',
  'files.written-plain':
    'PyTorch 没有这种网络的模块：{module} 的 load_state_dict 会拒绝这个文件。文件里的张量用我们自己的名称，“代码”里的程序能读取它们。',
  'files.dtype-f32': '数值存为 F32：不损失任何一位。',
  'files.dtype-f64': '数值存为 F64：存为 F32 会使其中一些被舍入。',
  'files.reopens': '在这里再次打开时，每个数都相同。',
  'files.tensors': '文件内容：{count} 个张量',
  'files.size-inputs': 'n_x 为 {found, number}（最多 {limit, number}）',
  'files.size-hidden': 'n_a 为 {found, number}（最多 {limit, number}）',
  'files.size-layers': '有 {found, number} 层（最多 {limit, number}）',
  'files.size-parameters': '共 {found, number} 个参数（最多 {limit, number}）',
  'files.size-classes': '有 {found, number} 类（最多 {limit, number}）',
  'files.fault-too-large': '网络超出了实验室能显示的大小：{sizes}。讲课时请训练一个小一些的；方程是一样的。',
};

/** Weights in and out of files in the Gate lab. */
export const gateFilesMessages: Catalogue<keyof typeof en> = { en, zh };
