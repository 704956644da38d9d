import type { Catalogue } from '../catalogue.ts';

const en = {
  'embeddings.bar': 'Training of the vectors',
  'embeddings.start': 'Train',
  'embeddings.pause': 'Pause',
  'embeddings.again': 'Train anew',
  'embeddings.once': '{kind, select, glove {+1 portion} classifier {+1 text} other {+1 sentence}}',
  'embeddings.once-label':
    '{kind, select, glove {Learn one portion of cells} classifier {Learn one text} other {Learn one sentence}}',
  'embeddings.reset': 'Start over from the seed',
  'embeddings.pace': 'Speed',
  'embeddings.pace-some':
    '{kind, select, glove {{count, plural, one {# portion/s} other {# portions/s}}} classifier {{count, plural, one {# text/s} other {# texts/s}}} other {{count, plural, one {# sentence/s} other {# sentences/s}}}}',
  'embeddings.pace-max': 'as fast as it goes',
  'embeddings.seed': 'Seed',
  'embeddings.progress': 'Share of the training that is done',
  'embeddings.waiting': 'Begins when it comes into view.',
  'embeddings.reading': 'Reading the text … {share}',
  'embeddings.starting': 'Reading the text …',
  'embeddings.failed': 'Stopped',
  'embeddings.paused': 'paused',
  'embeddings.done':
    '{kind, select, glove {{epochs, plural, one {the one pass is over} other {all # passes are over}}} other {{epochs, plural, one {the one epoch is over} other {all # epochs are over}}}}',
  'embeddings.epoch': '{kind, select, glove {pass} other {epoch}} {epoch, number} of {epochs, number}',
  'embeddings.speed': '{count} {kind, select, glove {cells/s} other {words/s}}',
  'embeddings.loss': 'loss {loss}',
  'embeddings.rate': 'η {rate}',
  'embeddings.threads': '{count} threads: no two runs alike',
  'embeddings.lock-free':
    '{count} threads move the same vectors without waiting for one another (Niu et al. 2011): faster, and the same seed gives other numbers each time. One thread gives the same ones.',
  'embeddings.no-webgpu': 'Word vectors are trained on the CPU; there is no WebGPU program for them.',

  'embeddings.failure-no-words':
    'The text has no words: at least two different ones are needed, in one sentence. What counts as a word has a letter or a digit in it. Write some, or choose a built-in text.',
  'embeddings.failure-one-word':
    'Only one word is left, “{word}”. A word is learnt from the words around it, so at least two different ones are needed. Add text, or keep more words.',
  'embeddings.failure-min-count':
    'Words that occur at least {minCount, plural, one {once} other {# times}} are kept, and the most frequent one here, “{word}”, occurs {most, plural, one {once} other {# times}}. Ask for {most} or fewer, or add text.',
  'embeddings.failure-no-pairs':
    'No two words stand in one sentence, so there is nothing to learn from. Let sentences end less often, keep rarer words, or add text.',
  'embeddings.failure-too-many-cells':
    'With {words, number} words and a window of {window}, more than {most, number} cells of the table are not 0, and no more are kept in memory here. Choose a narrower window, or keep fewer words: raise the least count of a word, or read a smaller part of the text.',
  'embeddings.failure-no-labels':
    'No line has a label. A line is one text, and its label is a word that begins with “__label__”, as in “__label__good I liked it”.',
  'embeddings.failure-one-label':
    'All lines carry the same label, “{label}”. To tell texts apart, at least two different labels are needed.',
  'embeddings.failure-diverged':
    'Training stopped at step {step, number}: a number became infinite. With a learning rate of {rate}, every update overshoots more than it corrects, until 32 or 64 bits no longer hold the numbers. Go back to step {good, number} and go on with a smaller rate, or start over.',
  'embeddings.failure-out-of-memory':
    'Memory ran out at step {step} ({detail}). Keep fewer words, or choose fewer dimensions, and start over.',
  'embeddings.rewind': 'Back to step {step, number}, with η = {rate}',
  'embeddings.start-over': 'Start over',

  'embeddings.notice-words-reduced':
    '{asked, number} different words would be kept; at most {used, number} are, the most frequent ones.',
  'embeddings.notice-clamped':
    '{what, select, dimensions {Dimensions} learningRate {Learning rate} seed {Seed} threads {Threads} minCount {Least count of a word} words {Most words} window {Window} subsample {Subsampling threshold} epochs {Epochs} negatives {Negative samples} exponent {Exponent of the noise} bucket {Rows for n-grams} minN {Shortest n-gram} maxN {Longest n-gram} wordNgrams {Longest word n-gram} heldOut {Share held out} most {Count from which cells weigh 1} power {Exponent of the weighting} context {Words read} hidden {Hidden units} other {{what}}}: {asked} is outside of what can be trained here; {used} is used.',
  'embeddings.notice-threads-reduced':
    '{asked, plural, one {# thread} other {# threads}} were asked for; {used, plural, one {one is} other {# are}} used.',
  'embeddings.notice-too-large-to-keep':
    'This run takes {bytes}, more than the {most} that are kept in the browser from one visit to the next. It will be gone when the page is closed.',
};

const zh: Record<keyof typeof en, string> = {
  'embeddings.bar': '词向量的训练',
  'embeddings.start': '训练',
  'embeddings.pause': '暂停',
  'embeddings.again': '重新训练',
  'embeddings.once': '{kind, select, glove {+1 批单元格} classifier {+1 条文本} other {+1 句}}',
  'embeddings.once-label':
    '{kind, select, glove {只学一批单元格} classifier {只学一条文本} other {只学一个句子}}',
  'embeddings.reset': '从随机种子重新开始',
  'embeddings.pace': '速度',
  'embeddings.pace-some':
    '{kind, select, glove {每秒 {count} 批} classifier {每秒 {count} 条} other {每秒 {count} 句}}',
  'embeddings.pace-max': '全速',
  'embeddings.seed': '随机种子',
  'embeddings.progress': '训练完成的比例',
  'embeddings.waiting': '进入视野后开始。',
  'embeddings.reading': '正在读取文本…… {share}',
  'embeddings.starting': '正在读取文本……',
  'embeddings.failed': '已停止',
  'embeddings.paused': '已暂停',
  'embeddings.done': '{epochs, number} {kind, select, glove {遍} other {轮}}全部学完',
  'embeddings.epoch':
    '第 {epoch, number} {kind, select, glove {遍} other {轮}}，共 {epochs, number} {kind, select, glove {遍} other {轮}}',
  'embeddings.speed': '每秒 {count} {kind, select, glove {个单元格} other {词}}',
  'embeddings.loss': '损失 {loss}',
  'embeddings.rate': 'η {rate}',
  'embeddings.threads': '{count} 个线程：每次结果都不同',
  'embeddings.lock-free':
    '{count} 个线程同时改动同一组向量，互不等待（Niu 等，2011）：速度更快，但同一个随机种子每次会得到不同的数值。只用一个线程，结果就能重现。',
  'embeddings.no-webgpu': '词向量在 CPU 上训练，没有对应的 WebGPU 程序。',

  'embeddings.failure-no-words':
    '文本里没有词：至少要有两个不同的词出现在同一个句子里（含有字母、汉字或数字才算词）。请输入一些文字，或选用一篇内置文本。',
  'embeddings.failure-one-word':
    '只剩下一个词“{word}”。词要靠周围的词来学，所以至少需要两个不同的词。请补充文本，或多保留一些词。',
  'embeddings.failure-min-count':
    '要求词至少出现 {minCount} 次才保留，而这里最常见的词“{word}”只出现了 {most} 次。请把下限设为 {most} 或更小，或者补充文本。',
  'embeddings.failure-no-pairs':
    '没有哪两个词出现在同一个句子里，因此无从学起。请让句子长一些，保留更少见的词，或者补充文本。',
  'embeddings.failure-too-many-cells':
    '{words, number} 个词、窗口为 {window} 时，表里不为 0 的单元格超过 {most, number} 个，这里的内存最多放这么多。请把窗口设窄一些，或者少留一些词：提高最低词频，或只读文本的一部分。',
  'embeddings.failure-no-labels':
    '没有一行带标签。每一行是一条文本，以“__label__”开头的词是它的标签，例如“__label__好评 很喜欢”。',
  'embeddings.failure-one-label': '所有行的标签都是“{label}”。要区分文本，至少需要两种不同的标签。',
  'embeddings.failure-diverged':
    '训练在第 {step, number} 步停止：有一个数变成了无穷大。学习率为 {rate} 时，每次更新都矫枉过正，越走越远，直到 32 位或 64 位浮点数再也装不下。请回到第 {good, number} 步、用更小的学习率继续，或者重新开始。',
  'embeddings.failure-out-of-memory':
    '内存在第 {step} 步耗尽（{detail}）。请少保留一些词，或减少维数，然后重新开始。',
  'embeddings.rewind': '回到第 {step, number} 步，η 改为 {rate}',
  'embeddings.start-over': '重新开始',

  'embeddings.notice-words-reduced':
    '按设置会保留 {asked, number} 个不同的词，最多只能保留最常见的 {used, number} 个。',
  'embeddings.notice-clamped':
    '{what, select, dimensions {维数} learningRate {学习率} seed {随机种子} threads {线程数} minCount {最低词频} words {词数上限} window {窗口} subsample {下采样阈值} epochs {轮数} negatives {负样本数} exponent {噪声分布的指数} bucket {n 元组的行数} minN {最短的 n 元组} maxN {最长的 n 元组} wordNgrams {最长的词 n 元组} heldOut {留出的比例} most {权重到 1 的次数} power {权重的指数} context {读入的词数} hidden {隐藏单元数} other {{what}}}：{asked} 超出了这里能训练的范围，改用 {used}。',
  'embeddings.notice-threads-reduced': '要求 {asked} 个线程，实际使用 {used} 个。',
  'embeddings.notice-too-large-to-keep':
    '这次训练占 {bytes}，超过浏览器在两次访问之间保存的上限 {most}。关闭页面后它就会消失。',
};

/** What every figure on a run of embeddings says. */
export const embeddingMessages = { en, zh } satisfies Catalogue;
