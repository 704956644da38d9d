import type { Catalogue } from '../catalogue.ts';

const en = {
  'model-files.save': 'Save this model',
  'model-files.none': 'No model is open: train one, or open a file.',
  'model-files.saves':
    '{cell}, {layers, plural, one {# layer} other {# layers}} of {hidden, number} units, {vocabulary, number} tokens: {parameters, number} parameters after {step, plural, one {# step} other {# steps}}.',
  'model-files.dev-loss': 'Held-out loss {loss} nats a token.',
  'model-files.save-weights': 'Save the model ({size})',
  'model-files.save-json': 'Save its settings and vocabulary',
  'model-files.saving': 'Writing …',
  'model-files.not-saved':
    'The run gave no state to save: it has ended, or moved to another processor. Try again in a moment.',
  'model-files.training': 'With the state of training',
  'model-files.training-why':
    'The optimiser’s averages, the carried state and the place in the text: with them training goes on as if it had never stopped. The file is larger for it; PyTorch ignores them.',
  'model-files.training-none': 'The state of training is only there while a run is.',
  'model-files.precision': 'Numbers',
  'model-files.precision-exact': 'all digits (F64)',
  'model-files.precision-float32': 'rounded (F32)',
  'model-files.dtype-F32': 'Numbers in F32: no digit is lost.',
  'model-files.dtype-F64': 'Numbers in F64: F32 would round some of them.',
  'model-files.dtype-rounded': 'Numbers rounded to F32: half the size, and equal to about seven digits only.',
  'model-files.alone':
    'The .safetensors file opens here alone, with its vocabulary. The JSON says the same to people and to other programs. Neither holds the text.',
  'model-files.program': 'A program that loads it into PyTorch and samples from it',
  'model-files.program-about':
    'Put {weights} beside it. It prints the probabilities after a few tokens, then text drawn from the model.',
  'model-files.open': 'Open a model',
  'model-files.open-file': 'Open a file …',
  'model-files.drop':
    'or drop it anywhere on the page: .safetensors, with a .json of its tokens where it has none',
  'model-files.about':
    'What this page saved opens with every number equal. A language model of PyTorch opens too: an nn.LSTM, nn.GRU or nn.RNN that reads forward, on one-hot vectors or an nn.Embedding, with one nn.Linear that says tokens; beside it a JSON of the vocabulary, a list of tokens or a map from token to id. Files stay on this machine.',
  'model-files.opened':
    '{name}: {cell}, {layers, plural, one {# layer} other {# layers}} of {hidden, number} units, {vocabulary, number} tokens ({level, select, character {characters} other {words}}), {step, plural, =0 {no steps known} one {# step} other {# steps}}.',
  'model-files.opened-text': 'It learnt from {name, select, none {a text that was typed} other {“{name}”}}.',
  'model-files.resumable':
    'Its state of training is in the file: with the same text it goes on exactly where it was.',
  'model-files.use': 'Use this model',
  'model-files.use-why': 'What is open now stays among your models.',
  'model-files.cancel': 'Leave it',
  'model-files.needs-json':
    '{name} has {tensors, plural, one {# tensor} other {# tensors}} and says nothing of tokens. Now choose a JSON of its vocabulary: a list of tokens by id, or a map from token to id.',
  'model-files.needs-weights':
    '{name} has a vocabulary and no weights. Now choose the .safetensors file that belongs to it.',
  'model-files.note-no-training':
    'The file has no state of training: the optimiser begins anew, so the first steps may go otherwise than they would have.',
  'model-files.note-training-dropped':
    'Its state of training cannot be used ({path}: expected {expected}, found {found}): the optimiser begins anew. The weights are not touched by this.',
  'model-files.note-rounded': 'The numbers were rounded to F32 when they were saved.',
  'model-files.note-settings-ours':
    'The file does not say how it was trained: batch, optimiser and learning rate are those that this page begins with.',
  'model-files.note-embedding':
    '{name} was multiplied into the first layer’s weights, since tokens enter here as one-hot vectors of {inputs, number}. What is computed is the same; trained on, there are more numbers to change.',
  'model-files.note-unknown-added':
    'The vocabulary has no token for what it does not know. ⟨UNK⟩ was added: reading it puts nothing in, and it is never said.',
  'model-files.note-renamed':
    '{unknown, select, none {} other {“{unknown}” is called ⟨UNK⟩ here. }}{end, select, none {} other {“{end}” is called ⟨EOS⟩, and stands at the end of every line.}}',
  'model-files.note-unreachable':
    '{count, plural, one {One token is} other {# tokens are}} never read here, since text is cut otherwise: {examples}.',
  'model-files.note-nonlinearity': 'The file does not tell tanh from ReLU: {taken} is taken.',
  'model-files.nonlinearity': 'nn.RNN with',
  'model-files.note-zero-bias': 'The recurrent module was made with bias=False: its biases are 0.',
  'model-files.note-head-zero-bias': '{name} is missing: the bias of the read-out is 0.',
  'model-files.note-unused':
    '{count, plural, one {One tensor was} other {# tensors were}} not used. If the model computes with {count, plural, one {it} other {them}}, what runs here is not that model.',
  'model-files.unused-list': 'Their names and shapes',
  'model-files.fault-no-weights':
    'Expected a .safetensors file; found {found}. Choose the weights, or both files at once.',
  'model-files.fault-several-files':
    'Expected one {kind, select, json {JSON} other {.safetensors}} file; found {names}. Choose one model at a time. One that is cut into parts has to be saved in one file first.',
  'model-files.fault-no-vocabulary':
    'The file has tensors, and nothing that says which token has which number. Choose a JSON of the vocabulary together with it.',
  'model-files.fault-no-json':
    '{name} should be JSON; it cannot be parsed: {detail}. Save it again as valid JSON, or choose another file.',
  'model-files.fault-not-together':
    '{weights} and {json} should be of one model; their vocabularies differ. Choose the two that were saved together, or {weights} alone.',
  'model-files.fault-other-size':
    'The description says {what, select, vocabulary {the vocabulary has {expected} tokens} classes {there are {expected} tokens to say} hidden {there are {expected} units} layers {there are {expected} layers} cell {the cell is {expected}} other {it reads {expected}}}; the tensors have {found}. Choose the two files that were saved together.',
  'model-files.fault-newer-version':
    'Expected version {known} of the format; found {found}. It was saved by a newer version of this page: load the page again, or open the file there.',
  'model-files.fault-unknown-first':
    'The vocabulary of a model of ours begins with ⟨UNK⟩; this one begins with “{found}”. If it is somebody else’s, give it as a bare list.',
  'model-files.fault-field':
    '{path, select, none {The description} other {“{path}” in the description}}: expected {expected}, found {found}.',
  'model-files.fault-vocabulary-form':
    'The vocabulary should be a list of tokens, or a map from token to id; found {found}.',
  'model-files.fault-vocabulary-entry':
    'The vocabulary should have a token (not empty) and a whole number from 0 in each entry; “{at}” has {found}.',
  'model-files.fault-duplicate-token':
    'The vocabulary has the token “{token}” twice, as {first} and {second}: expected once. No text could tell the two apart.',
  'model-files.fault-duplicate-id':
    'The vocabulary gives the id {id} to “{first}” and to “{second}”: expected one token for each id.',
  'model-files.fault-missing-id':
    'The vocabulary has {size, number} tokens, whose ids should be 0 to {last, number}; none has {id, number}.',
  'model-files.fault-other-tokens':
    '{count, number} of {size, number} tokens are not what a text is cut into here, characters or words ({examples}). Expected a model of whole characters or words; one of parts of words needs its own tokenizer, which this page does not have.',
  'model-files.fault-both-ways':
    'The recurrent module reads both ways. A language model must not see what it is to predict: expected bidirectional=False. The Gate lab opens such a network.',
  'model-files.fault-no-decoder':
    'Expected an nn.Linear that says tokens, a weight of shape ({rows, number}, {columns, number}); found {found}.',
  'model-files.fault-no-embedding':
    'The recurrent module reads {columns, number} numbers a step, and there are {rows, number} tokens: expected an nn.Embedding of shape ({rows, number}, {columns, number}); found {found}.',
  'model-files.fault-vocabulary-size':
    'The vocabulary has {expected, number} tokens; {name} has {found, number} rows. Expected as many tokens as rows: choose the vocabulary that the model was trained with.',
  'model-files.fault-several-decoders':
    'Several matrices could be the read-out: {names}. Expected one; save the model without the others.',
  'model-files.found-none': 'no matrix',
  'model-files.gate': 'In the Gate lab',
  'model-files.gate-about':
    'The Gate lab opens in a new tab with these weights and this passage: every gate of every token, with the same numbers.',
  'model-files.gate-passage': 'Passage',
  'model-files.gate-open': 'Open in the Gate lab',
  'model-files.gate-link': 'The browser blocked the new tab. Open it here:',
  'model-files.gate-too-large':
    'The Gate lab draws networks up to a size: {sizes}. Train a smaller model for it; its equations are the same.',
  'model-files.gate-size-inputs': 'the vocabulary has {found, number} tokens (at most {limit, number})',
  'model-files.gate-size-hidden': 'there are {found, number} units a layer (at most {limit, number})',
  'model-files.gate-size-classes': 'there are {found, number} tokens to say (at most {limit, number})',
  'model-files.gate-size-parameters': 'there are {found, number} parameters (at most {limit, number})',
  'model-files.gate-size-layers': 'there are {found, number} layers (at most {limit, number})',
  'model-files.gate-not-kept':
    'The browser would not store the model for the other tab. Save it, and open the file in the Gate lab.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'model-files.save': '保存这个模型',
  'model-files.none': '还没有打开模型：请训练一个，或打开文件。',
  'model-files.saves':
    '{cell}，{layers} 层，每层 {hidden, number} 个单元，{vocabulary, number} 个词元：共 {parameters, number} 个参数，已训练 {step, number} 步。',
  'model-files.dev-loss': '留出文本上的损失为每个词元 {loss} 奈特。',
  'model-files.save-weights': '保存模型（{size}）',
  'model-files.save-json': '保存设置和词表',
  'model-files.saving': '正在写入……',
  'model-files.not-saved': '训练没有交出可保存的状态：它已结束，或换到了另一个处理器。请稍后再试。',
  'model-files.training': '连同训练状态',
  'model-files.training-why':
    '包括优化器的滑动平均、带到下一批的状态和读到文本的哪里：有了它们，继续训练就像从未停过。文件会因此变大；PyTorch 会忽略它们。',
  'model-files.training-none': '只有训练还在时才有训练状态。',
  'model-files.precision': '数值',
  'model-files.precision-exact': '保留全部位数（F64）',
  'model-files.precision-float32': '舍入（F32）',
  'model-files.dtype-F32': '数值存为 F32：不损失任何一位。',
  'model-files.dtype-F64': '数值存为 F64：存为 F32 会使其中一些被舍入。',
  'model-files.dtype-rounded': '数值舍入为 F32：大小减半，但只有约 7 位有效数字相同。',
  'model-files.alone':
    '单凭 .safetensors 文件就能在这里打开，词表也在其中。JSON 把同样的内容写给人和其他程序看。两者都不含文本。',
  'model-files.program': '在 PyTorch 中载入并从中采样的程序',
  'model-files.program-about':
    '把 {weights} 放在它旁边。程序先打印读过几个词元之后的概率，再打印从模型采样的文本。',
  'model-files.open': '打开模型',
  'model-files.open-file': '打开文件……',
  'model-files.drop': '或拖到页面任意处：.safetensors 文件；如果其中没有词表，再加上词表的 .json',
  'model-files.about':
    '本页保存的文件打开后每个数都相同。PyTorch 的语言模型也能打开：单向的 nn.LSTM、nn.GRU 或 nn.RNN，输入为独热向量或 nn.Embedding，由一个 nn.Linear 说出词元；另附词表的 JSON：按编号排列的词元列表，或从词元到编号的映射。文件不会离开这台机器。',
  'model-files.opened':
    '{name}：{cell}，{layers} 层，每层 {hidden, number} 个单元，{vocabulary, number} 个词元（{level, select, character {字符} other {词}}），{step, plural, =0 {训练步数不明} other {已训练 # 步}}。',
  'model-files.opened-text': '它学的是{name, select, none {直接输入的文本} other {《{name}》}}。',
  'model-files.resumable': '训练状态也在文件里：用同一文本，就能从原处精确地继续训练。',
  'model-files.use': '使用这个模型',
  'model-files.use-why': '现在打开的模型仍留在你的各个模型里。',
  'model-files.cancel': '不用了',
  'model-files.needs-json':
    '{name} 有 {tensors} 个张量，但没有说明词元。请再选择词表的 JSON：按编号排列的词元列表，或从词元到编号的映射。',
  'model-files.needs-weights': '{name} 有词表而没有权重。请再选择与它配套的 .safetensors 文件。',
  'model-files.note-no-training': '文件里没有训练状态：优化器从头开始，所以最初几步可能与原来不同。',
  'model-files.note-training-dropped':
    '其中的训练状态不能用（{path}：应为 {expected}，实际为 {found}）：优化器从头开始。权重不受影响。',
  'model-files.note-rounded': '保存时数值已舍入为 F32。',
  'model-files.note-settings-ours': '文件没有说明是怎样训练的：批大小、优化器和学习率用本页的初始设置。',
  'model-files.note-embedding':
    '这里的词元以 {inputs, number} 维独热向量输入，所以 {name} 已乘入第一层的权重。算出的结果相同；继续训练时，可变的数更多。',
  'model-files.note-unknown-added':
    '词表里没有表示未知词元的符号，所以加上了 ⟨UNK⟩：读到它时不输入任何东西，模型也从不说它。',
  'model-files.note-renamed':
    '{unknown, select, none {} other {“{unknown}”在这里叫作 ⟨UNK⟩。}}{end, select, none {} other {“{end}”在这里叫作 ⟨EOS⟩，位于每行末尾。}}',
  'model-files.note-unreachable': '有 {count} 个词元在这里永远读不到，因为文本的切分方式不同：{examples}。',
  'model-files.note-nonlinearity': '文件里没有写明是 tanh 还是 ReLU：这里取 {taken}。',
  'model-files.nonlinearity': 'nn.RNN 的激活函数',
  'model-files.note-zero-bias': '循环模块是用 bias=False 建的：偏置都为 0。',
  'model-files.note-head-zero-bias': '缺少 {name}：输出层的偏置为 0。',
  'model-files.note-unused': '有 {count} 个张量没有用到。如果模型要用它们计算，这里运行的就不是那个模型。',
  'model-files.unused-list': '它们的名称和形状',
  'model-files.fault-no-weights':
    '应有一个 .safetensors 文件；实际为 {found}。请选择权重文件，或同时选择两个文件。',
  'model-files.fault-several-files':
    '应只有一个 {kind, select, json {JSON} other {.safetensors}} 文件；实际为 {names}。请一次选择一个模型。分成几部分的模型，请先存成一个文件。',
  'model-files.fault-no-vocabulary': '文件里有张量，但没有说明哪个词元是几号。请同时选择词表的 JSON。',
  'model-files.fault-no-json':
    '{name} 应为 JSON，但无法解析：{detail}。请重新存成合法的 JSON，或另选一个文件。',
  'model-files.fault-not-together':
    '{weights} 和 {json} 应属于同一个模型，但它们的词表不同。请选择一起保存的两个文件，或只选 {weights}。',
  'model-files.fault-other-size':
    '说明里写的是{what, select, vocabulary {词表有 {expected} 个词元} classes {可说的词元有 {expected} 个} hidden {每层 {expected} 个单元} layers {共 {expected} 层} cell {单元为 {expected}} other {读取方向为 {expected}}}；张量中却是 {found}。请选择一起保存的两个文件。',
  'model-files.fault-newer-version':
    '应为格式的第 {known} 版；实际为 {found}。文件由本页的更新版本保存：请刷新页面，或在那里打开。',
  'model-files.fault-unknown-first':
    '我们的模型词表以 ⟨UNK⟩ 开头；这个以“{found}”开头。如果是别人的词表，请给出不带说明的列表。',
  'model-files.fault-field':
    '{path, select, none {说明} other {说明里的“{path}”}}：应为 {expected}，实际为 {found}。',
  'model-files.fault-vocabulary-form': '词表应为词元的列表，或从词元到编号的映射；实际为 {found}。',
  'model-files.fault-vocabulary-entry':
    '词表的每一项应有一个非空的词元和一个从 0 起的整数；“{at}”处是 {found}。',
  'model-files.fault-duplicate-token':
    '词表里词元“{token}”出现两次，编号为 {first} 和 {second}：只应出现一次。任何文本都无法区分两者。',
  'model-files.fault-duplicate-id':
    '词表把编号 {id} 同时给了“{first}”和“{second}”：每个编号应只对应一个词元。',
  'model-files.fault-missing-id':
    '词表有 {size, number} 个词元，编号应为 0 到 {last, number}；缺少 {id, number}。',
  'model-files.fault-other-tokens':
    '{size, number} 个词元中有 {count, number} 个不是这里切分文本所得的字符或词（{examples}）。应为以完整字符或词为单位的模型；以词的片段为单位的模型需要它自己的分词器，本页没有。',
  'model-files.fault-both-ways':
    '循环模块是双向的。语言模型不能看到它要预测的内容：应为 bidirectional=False。这样的网络可以在门控实验室打开。',
  'model-files.fault-no-decoder':
    '应有一个说出词元的 nn.Linear，其 weight 的形状为 ({rows, number}, {columns, number})；实际为 {found}。',
  'model-files.fault-no-embedding':
    '循环模块每步读 {columns, number} 个数，而词元有 {rows, number} 个：应有形状为 ({rows, number}, {columns, number}) 的 nn.Embedding；实际为 {found}。',
  'model-files.fault-vocabulary-size':
    '词表有 {expected, number} 个词元，而 {name} 有 {found, number} 行。两者应相等：请选择训练该模型时所用的词表。',
  'model-files.fault-several-decoders': '有几个矩阵都可能是输出层：{names}。应只有一个；请去掉其他的再保存。',
  'model-files.found-none': '没有矩阵',
  'model-files.gate': '到门控实验室',
  'model-files.gate-about':
    '门控实验室会在新标签页中用这些权重和这段文字打开：每个词元的每个门，数值完全相同。',
  'model-files.gate-passage': '一段文字',
  'model-files.gate-open': '在门控实验室打开',
  'model-files.gate-link': '浏览器拦截了新标签页。请从这里打开：',
  'model-files.gate-too-large':
    '门控实验室能画的网络大小有限：{sizes}。请为它训练一个小一些的模型；方程是一样的。',
  'model-files.gate-size-inputs': '词表有 {found, number} 个词元（最多 {limit, number}）',
  'model-files.gate-size-hidden': '每层有 {found, number} 个单元（最多 {limit, number}）',
  'model-files.gate-size-classes': '可说的词元有 {found, number} 个（最多 {limit, number}）',
  'model-files.gate-size-parameters': '共 {found, number} 个参数（最多 {limit, number}）',
  'model-files.gate-size-layers': '有 {found, number} 层（最多 {limit, number}）',
  'model-files.gate-not-kept': '浏览器无法为另一个标签页存放模型。请保存它，再在门控实验室打开该文件。',
};

/** Language models in and out of files, and over to the Gate lab. */
export const modelFilesMessages: Catalogue<keyof typeof en> = { en, zh };
