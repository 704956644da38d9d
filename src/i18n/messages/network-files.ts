import type { Catalogue } from '../catalogue.ts';

const en = {
  'files.drop-now': 'Drop it: the file is opened here',
  'files.reading': 'Reading {name} …',
  'files.not-opened': '{name} does not open here. What was on screen is unchanged.',
  'files.dismiss': 'Dismiss',
  'files.module-alone': 'without a name',
  'files.tensor': 'Tensor',
  'files.shape': 'Shape',
  'files.fault-not-finite':
    'Number {index} of “{name}” is not finite (NaN or ∞): nothing can be computed with it. Training has diverged; save an earlier state.',
  'files.fault-too-big':
    'The tensors of this file that the lab could use take {found} MB; it reads at most {atMost} MB. Save the recurrent module alone:',
  'files.fault-unreadable':
    'The browser could not read it. If it is a folder, choose the file inside; if it was moved, choose it again.',
  'files.fault-kind-torch':
    'Expected a safetensors file; this is one of torch.save. Such a file holds Python code to be run, so no page should open it. If you trust it, these lines convert it:',
  'files.fault-kind-pickle':
    'Expected a safetensors file; this is a Python pickle, which holds code to be run, so no page should open it. If it is a state dictionary and you trust it, these lines convert it:',
  'files.fault-kind-numpy':
    'Expected a safetensors file; this is one of NumPy. If its arrays have PyTorch’s names (weight_ih_l0 …), this converts it:',
  'files.fault-kind-keras':
    'Expected a safetensors file; this is a model of Keras. Its LSTM and SimpleRNN have the same gates in the same order, turned over (a GRU’s first two blocks change places as well). This converts one layer:',
  'files.fault-kind-hdf5':
    'Expected a safetensors file; this is HDF5, in which older versions of Keras save. Its LSTM and SimpleRNN have the same gates in the same order, turned over (a GRU’s first two blocks change places as well). This converts one layer:',
  'files.fault-kind-onnx':
    'Expected a safetensors file; this is ONNX, which keeps gates in another order. Save the PyTorch model that it came from:',
  'files.fault-kind-gguf':
    'Expected a safetensors file; this is GGUF, the format of language models for llama.cpp. There is no recurrent network in it that could be shown.',
  'files.fault-kind-index':
    'This is the table of contents of a model that is cut into several files. Open the .safetensors file that it names for weight_ih_l0.',
  'files.fault-kind-json':
    'Expected a safetensors file; this is JSON. A figure saved by Unrolled opens in its own figure; of a TensorFlow.js model, set the weights in PyTorch and save them:',
  'files.fault-kind-pointer':
    'This is not the file but the note that Git LFS leaves in its place. Fetch the file itself with git lfs pull.',
  'files.fault-kind-web-page':
    'This is a web page saved under the file’s name, perhaps a request to sign in. Download the file again.',
  'files.fault-kind-zip':
    'Expected a safetensors file; this is a zip archive. Unpack it, and open the .safetensors file inside.',
  'files.fault-kind-empty': 'The file is empty: expected a safetensors file, found 0 bytes. Copy it again.',
  'files.fault-kind-unknown':
    'Expected a safetensors file, which begins with the length of its header and an opening brace; this one begins otherwise. From PyTorch, write one like this:',
  'files.fault-too-short':
    'A safetensors file begins with {expected} bytes that say how long its header is; this one has {found, plural, one {# byte} other {# bytes}} in all. It was cut off: copy it again.',
  'files.fault-header-length':
    'Its first 8 bytes should say how long the header is, at most {atMost, number} bytes here; they say {found, number}. Either it was cut off, or it is no safetensors file.',
  'files.fault-utf-8': 'The header should be UTF-8 text; byte {byte} is not. Copy the file again.',
  'files.fault-json':
    'The header should be JSON. Byte {byte}: expected {expected, select, brace {an opening brace} value {a value} key {a name in quotation marks} colon {a colon} objectEnd {a comma or a closing brace} listEnd {a comma or ]} end {nothing more} other {fewer levels}}, found {found, select, none {the end} other {“{found}”}}. Copy the file again.',
  'files.fault-duplicate':
    'The header has “{name}” twice (byte {byte}){within, select, none {} other { in the entry of “{within}”}}: expected once. Write the file again with save_file.',
  'files.fault-metadata':
    '__metadata__ in the header should map texts to texts; {key, select, none {it} other {“{key}”}} is {found}. save_file takes such metadata only.',
  'files.fault-entry':
    'The header’s entry of “{name}”: expected {field, select, none {an object} other {{field} as {expected}}}, found {found}. Write the file again with save_file.',
  'files.fault-dtype':
    '“{name}” has numbers of type {found}; expected one of {expected}. Convert it with tensor.float() before saving.',
  'files.fault-outside':
    '“{name}” should lie within the {room, number} bytes of data; its data_offsets are {from, number} to {to, number}. The file was cut off: copy it again.',
  'files.fault-size':
    '“{name}” of shape ({shape}) and type {dtype} should take {expected, number} bytes; its data_offsets leave {found, number}. Write the file again with save_file.',
  'files.fault-overlap':
    '“{name}” and “{other}” should have bytes of their own; they share {from, number} to {to, number} of the data. Write the file again with save_file.',
  'files.fault-hole':
    'Every byte of the data should belong to a tensor; {from, number} to {to, number} belong to none. Write the file again with save_file.',
  'files.fault-value':
    'Number {index} of “{name}” (byte {byte, number}) should be {kind, select, truth {0 or 1} other {at most 2^53 in size}}; found {found}. Convert the tensor with .float() before saving.',
  'files.fault-no-network':
    'Expected the names of a recurrent module, such as {expected}; found {found}. Save the state_dict() of a model with an nn.LSTM, nn.GRU or nn.RNN.',
  'files.found-names': '{names}{more, plural, =0 {} other { and # more}}',
  'files.found-nothing': 'no tensor',
  'files.fault-several-networks': 'The file has several recurrent modules: {prefixes}. Choose one.',
  'files.fault-projection':
    '“{name}” is the projection of an nn.LSTM with proj_size. That is another cell, in which a is smaller than c, and the lab does not have it. Expected an nn.LSTM without proj_size.',
  'files.fault-gates':
    '“{name}” should have G·n_a rows and n_a columns, with G = 1 (nn.RNN), 3 (nn.GRU) or 4 (nn.LSTM); found ({found}).',
  'files.fault-missing':
    'Expected a tensor “{name}”, as every layer and direction of the others has; found none of this name. Save the whole state_dict().',
  'files.fault-shape':
    '“{name}” should have the shape ({expected}); found ({found}).{turned, select, yes { Turned over it would fit: PyTorch keeps one row for each output.} other {}}',
} as const;

const zh: Record<keyof typeof en, string> = {
  'files.drop-now': '松手即可在这里打开文件',
  'files.reading': '正在读取 {name}……',
  'files.not-opened': '{name} 无法在这里打开。屏幕上的内容没有改变。',
  'files.dismiss': '关闭提示',
  'files.module-alone': '没有名字',
  'files.tensor': '张量',
  'files.shape': '形状',
  'files.fault-not-finite':
    '“{name}”的第 {index} 个数不是有限数（NaN 或 ∞），无法用它计算。训练已经发散；请保存更早的状态。',
  'files.fault-too-big': '文件中实验室可能用到的张量共 {found} MB；最多读取 {atMost} MB。请只保存循环模块：',
  'files.fault-unreadable': '浏览器读不了它。如果是文件夹，请选择里面的文件；如果文件被移动过，请重新选择。',
  'files.fault-kind-torch':
    '应为 safetensors 文件；这是 torch.save 写的文件。这种文件里有会被执行的 Python 代码，网页不该打开它。如果你信任它，可以这样转换：',
  'files.fault-kind-pickle':
    '应为 safetensors 文件；这是 Python 的 pickle，里面有会被执行的代码，网页不该打开它。如果它是状态字典而你信任它，可以这样转换：',
  'files.fault-kind-numpy':
    '应为 safetensors 文件；这是 NumPy 的文件。如果其中的数组用 PyTorch 的名称（weight_ih_l0 等），可以这样转换：',
  'files.fault-kind-keras':
    '应为 safetensors 文件；这是 Keras 的模型。它的 LSTM 和 SimpleRNN 的门及其顺序都相同，只是矩阵转置（GRU 的前两块还要互换）。这样转换一层：',
  'files.fault-kind-hdf5':
    '应为 safetensors 文件；这是 HDF5，旧版 Keras 用它保存模型。它的 LSTM 和 SimpleRNN 的门及其顺序都相同，只是矩阵转置（GRU 的前两块还要互换）。这样转换一层：',
  'files.fault-kind-onnx':
    '应为 safetensors 文件；这是 ONNX，它的门顺序不同。请保存导出它的那个 PyTorch 模型：',
  'files.fault-kind-gguf':
    '应为 safetensors 文件；这是 GGUF，llama.cpp 的语言模型格式。里面没有可以显示的循环网络。',
  'files.fault-kind-index':
    '这是分成几个文件的模型的目录。请打开其中为 weight_ih_l0 指明的那个 .safetensors 文件。',
  'files.fault-kind-json':
    '应为 safetensors 文件；这是 JSON。Unrolled 保存的图要在它自己的图里打开；TensorFlow.js 的模型，请在 PyTorch 里设置好权重再保存：',
  'files.fault-kind-pointer': '这不是文件本身，而是 Git LFS 留下的占位说明。请用 git lfs pull 取回文件。',
  'files.fault-kind-web-page': '这是用该文件名保存的网页，可能是登录页面。请重新下载文件。',
  'files.fault-kind-zip': '应为 safetensors 文件；这是 zip 压缩包。请解压后打开里面的 .safetensors 文件。',
  'files.fault-kind-empty': '文件是空的：应为 safetensors 文件，实际为 0 字节。请重新复制。',
  'files.fault-kind-unknown':
    '应为 safetensors 文件，以文件头的长度和左花括号开始；这个文件不是这样开始的。在 PyTorch 里可以这样写：',
  'files.fault-too-short':
    'safetensors 文件的前 {expected} 个字节说明文件头有多长；这个文件总共只有 {found} 个字节。它被截断了：请重新复制。',
  'files.fault-header-length':
    '前 8 个字节应说明文件头的长度，这里最多 {atMost, number} 字节；实际写的是 {found, number}。文件要么被截断，要么不是 safetensors 文件。',
  'files.fault-utf-8': '文件头应为 UTF-8 文本；第 {byte} 个字节不是。请重新复制文件。',
  'files.fault-json':
    '文件头应为 JSON。第 {byte} 个字节：应为{expected, select, brace {左花括号} value {一个值} key {带引号的名称} colon {冒号} objectEnd {逗号或右花括号} listEnd {逗号或 ]} end {结尾} other {更少的层级}}，实际为{found, select, none {结尾} other {“{found}”}}。请重新复制文件。',
  'files.fault-duplicate':
    '文件头里{within, select, none {} other {“{within}”的条目中}}“{name}”出现两次（第 {byte} 个字节）：只应出现一次。请用 save_file 重新写文件。',
  'files.fault-metadata':
    '文件头的 __metadata__ 应把文本对应到文本；{key, select, none {它} other {“{key}”}}是 {found}。save_file 只接受这样的元数据。',
  'files.fault-entry':
    '文件头中“{name}”的条目：应为{field, select, none {对象} other {{field}：{expected}}}，实际为 {found}。请用 save_file 重新写文件。',
  'files.fault-dtype':
    '“{name}”的数值类型是 {found}；应为以下之一：{expected}。请在保存前用 tensor.float() 转换。',
  'files.fault-outside':
    '“{name}”应在 {room, number} 字节的数据之内；它的 data_offsets 是 {from, number} 到 {to, number}。文件被截断了：请重新复制。',
  'files.fault-size':
    '“{name}”的形状为（{shape}）、类型为 {dtype}，应占 {expected, number} 字节；它的 data_offsets 只给了 {found, number} 字节。请用 save_file 重新写文件。',
  'files.fault-overlap':
    '“{name}”和“{other}”应各有自己的字节；它们共用了数据的 {from, number} 到 {to, number}。请用 save_file 重新写文件。',
  'files.fault-hole':
    '数据的每个字节都应属于某个张量；{from, number} 到 {to, number} 不属于任何张量。请用 save_file 重新写文件。',
  'files.fault-value':
    '“{name}”的第 {index} 个数（第 {byte, number} 个字节）应{kind, select, truth {为 0 或 1} other {不超过 2^53}}；实际为 {found}。请在保存前用 .float() 转换。',
  'files.fault-no-network':
    '应有循环模块的名称，例如 {expected}；实际为 {found}。请保存含有 nn.LSTM、nn.GRU 或 nn.RNN 的模型的 state_dict()。',
  'files.found-names': '{names}{more, plural, =0 {} other { 等，另有 # 个}}',
  'files.found-nothing': '没有张量',
  'files.fault-several-networks': '文件里有几个循环模块：{prefixes}。请选一个。',
  'files.fault-projection':
    '“{name}”是带 proj_size 的 nn.LSTM 的投影。那是另一种单元，其中 a 比 c 小，实验室里没有。应为不带 proj_size 的 nn.LSTM。',
  'files.fault-gates':
    '“{name}”应有 G·n_a 行、n_a 列，G 为 1（nn.RNN）、3（nn.GRU）或 4（nn.LSTM）；实际为（{found}）。',
  'files.fault-missing':
    '应有张量“{name}”，其他各层、各方向都有；文件里没有这个名称。请保存完整的 state_dict()。',
  'files.fault-shape':
    '“{name}”的形状应为（{expected}）；实际为（{found}）。{turned, select, yes {转置之后就相符：PyTorch 中每个输出占一行。} other {}}',
};

/** Files with the tensors of a network: what is wrong with them, and what they hold. */
export const networkFilesMessages: Catalogue<keyof typeof en> = { en, zh };
