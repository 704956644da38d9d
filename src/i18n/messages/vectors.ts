import type { Catalogue } from '../catalogue.ts';

const en = {
  'vectors.title': 'Vectors',
  'vectors.none': 'No vectors are open',
  'vectors.glove': 'GloVe, English',
  'vectors.characters': 'Chinese characters',
  'vectors.built-in': 'Come with the notebook',
  'vectors.open-panel': 'Open vectors …',
  'vectors.size': '{words} × {dimensions}',
  'vectors.float32': '32-bit floats',
  'vectors.int8': '8 bits (int8)',
  'vectors.first-of': 'the first {kept} of {all} words',
  'vectors.first-of-more': 'the first {kept} words, the rest was not read',
  'vectors.only-of': '{kept} chosen words of {all}',
  'vectors.only': '{kept} chosen words',
  'vectors.limit-memory': 'no more fit into the memory that was allowed',
  'vectors.read-at': 'read at {rate}/s',
  'vectors.partial': 'still being read: answers are of the words so far',
  'vectors.pick': 'Choose files …',
  'vectors.drop': 'or drop them anywhere on this page. Nothing is uploaded.',
  'vectors.drop-here': 'or drop them here. Nothing is uploaded.',
  'vectors.drop-now': 'Let go to open them',
  'vectors.kinds':
    'GloVe .txt, word2vec and fastText .vec and .bin, .npy with a list of words, a projector’s pair of .tsv, safetensors with a vocabulary; each also as .gz or .zip. Files that belong together are chosen together.',
  'vectors.url': 'Address of a file',
  'vectors.url-open': 'Fetch it',
  'vectors.url-bad': 'An address begins with https:// and names a server and a file.',
  'vectors.ask':
    'Fetch vectors from {host}? This page would load {url}; that server then sees your network address, and that you opened a file of vectors. Nothing else leaves this page.',
  'vectors.ask-link': 'The link that you followed names vectors to open.',
  'vectors.ask-yes': 'Fetch them',
  'vectors.ask-no': 'Not now',
  'vectors.options': 'How much is kept, and how exactly',
  'vectors.keep': 'Words kept',
  'vectors.keep-all': 'as many as fit',
  'vectors.keep-first': 'the first',
  'vectors.keep-only': 'only these',
  'vectors.most': 'How many',
  'vectors.list': 'The words to keep',
  'vectors.list-hint': 'Separated by spaces or lines. {count, plural, one {# word} other {# words}}.',
  'vectors.precision': 'Numbers',
  'vectors.precision-auto': 'floats if they fit, else 8 bits',
  'vectors.precision-float32': '32-bit floats',
  'vectors.precision-int8': '8 bits',
  'vectors.memory': 'Memory for rows',
  'vectors.options-again': 'Open {name} again like this',
  'vectors.opening': 'Opening {name}',
  'vectors.progress': 'How much of the vectors is read',
  'vectors.so-far': '{done} of {total}',
  'vectors.so-far-open': '{done} so far',
  'vectors.so-far-rate': '{rate}/s',
  'vectors.so-far-words': '{count, plural, one {# word} other {{shown} words}}',
  'vectors.so-far-left': '{seconds, plural, =0 {almost there} one {# second left} other {# seconds left}}',
  'vectors.cancel': 'Cancel',
  'vectors.again': 'Try again',
  'vectors.close': 'Close',
  'vectors.take-good': 'Go on with the {count, plural, one {# good word} other {{shown} good words}}',
  'vectors.stays': 'What was open before is still open.',
  'vectors.kept': 'Vectors kept in this browser ({count})',
  'vectors.kept-note': 'Only this browser has them. They stay until you remove them.',
  'vectors.use': 'Open',
  'vectors.use-named': 'Open {name}',
  'vectors.remove': 'Remove',
  'vectors.remove-named': 'Remove {name}',
  'vectors.remove-question': 'Remove for good?',
  'vectors.remember': 'Keep in this browser',
  'vectors.remember-note': 'Takes about {size} of this browser’s storage; the next time it opens at once.',
  'vectors.remember-subwords':
    'Vectors of unseen words cannot be made from the kept set: the parts of words are not kept.',
  'vectors.remembering': 'Keeping it …',
  'vectors.remembered': 'Kept in this browser.',
  'vectors.remember-quota':
    'The browser has no room for it. Remove a set below, or free some space, and try again; the set stays open meanwhile.',
  'vectors.remember-unavailable':
    'This browser does not let the page keep files (private windows do not, for one). The set stays open until the page is closed.',
  'vectors.flaws': '{count, plural, one {# thing} other {# things}} in the file not as expected',
  'vectors.place-line': 'line {line}',
  'vectors.place-row': 'row {row}',
  'vectors.place-byte': 'byte {byte}',
  'vectors.place-word': '{place}, “{word}”',
  'vectors.flaw-ragged-row':
    '{count, plural, one {One line was left out: it has} other {{shown} lines were left out, the first of them has}} {found, plural, one {# number} other {# numbers}} where {expected} were expected ({place}).',
  'vectors.flaw-not-a-number':
    '{count, plural, one {One row was left out:} other {{shown} rows were left out, the first of them because of}} “{found}” where a number was expected ({place}).',
  'vectors.flaw-duplicate-word':
    '{count, plural, one {One word stands there twice} other {{shown} words stand there again}}; the first row of each was kept ({place}).',
  'vectors.flaw-bad-utf8':
    '{count, plural, one {One word is} other {{shown} words are}} not UTF-8; what could not be read is shown as � ({place}).',
  'vectors.flaw-empty-word':
    '{count, plural, one {One row without a word was} other {{shown} rows without a word were}} left out ({place}).',
  'vectors.flaw-header-lies': 'The header says {expected}, the file has {found} ({place}).',
  'vectors.flaw-too-long-word':
    '{count, plural, one {One word was} other {{shown} words were}} left out: longer than any word is ({place}).',
  'vectors.flaw-zero-vector':
    '{count, plural, one {One word has} other {{shown} words have}} a vector of zeros, which is near nothing ({place}).',
  'vectors.flaw-truncated': 'The file ends in the middle of a row, which was left out ({place}).',
  'vectors.fault-empty': '“{file}” is empty: 0 bytes. Fetch or copy it again.',
  'vectors.fault-no-rows':
    '“{file}” has no vectors in it: expected lines of a word and its numbers, and found none. Choose another file.',
  'vectors.fault-not-vectors':
    '{kind, select, pdf {“{file}” is a PDF, not vectors.} image {“{file}” is a picture, not vectors.} media {“{file}” is sound or film, not vectors.} word {“{file}” is a word processor’s document, not vectors.} office {“{file}” is a spreadsheet or presentation, not vectors. Export it as tab-separated text.} program {“{file}” is a program, not vectors.} archive {“{file}” is an archive of a kind that is not unpacked here. Pack it as .zip or .gz, or unpack it first.} webpage {“{file}” is a web page, not vectors: a server may have answered with a page of its own. Open the address in a tab and see.} pointer {“{file}” is not the file itself but the note that Git LFS leaves in its place. Fetch the file with git lfs pull.} json {“{file}” is JSON. Expected vectors beside it: choose both files together.} pickle {“{file}” is a Python pickle, which may run programs when it is read. Save the vectors with gensim’s save_word2vec_format and open that.} other {“{file}” does not look like vectors.}} Expected a word and its numbers on each line, or one of the binary kinds named below.{found, select, none {} other { Found “{found}” ({where}).}}',
  'vectors.fault-encoding':
    '“{file}” is text in {encoding}, and vectors are read as UTF-8 ({place}). Save it as UTF-8 and open that.',
  'vectors.fault-unsupported': '“{file}” is of a kind that is not read here: {detail}.',
  'vectors.fault-damaged':
    '“{file}” is damaged ({place}).{why, select, none {} other { Expected {expected}, found {found}.}} {words, plural, =0 {Nothing before that place was readable.} one {# word before that place is good.} other {{shown} words before that place are good.}} Fetch or copy the file again{words, plural, =0 {.} other {, or go on with those.}}',
  'vectors.fault-archive':
    '{reason, select, empty {There is no file of vectors in “{file}”.} encrypted {“{file}” has a password. Unpack it, and open the file in it.} method {“{file}” is packed in a way that the browser cannot undo. Unpack it, and open the file in it.} other {The archive “{file}” is damaged. Fetch it again, or unpack it and open the file in it.}}',
  'vectors.fault-partner-missing':
    '{wanted, select, words {“{file}” has numbers and no words: expected a list of words beside it (one on each line, or JSON). Choose both files together.} other {“{file}” has words and no numbers: expected the file of vectors beside it. Choose both files together.}}',
  'vectors.fault-partner-differs':
    'The two files do not belong together: {rows} rows of numbers, but {words} words in “{file}”. Choose the list that was saved with these vectors.',
  'vectors.fault-memory':
    'There is no memory for it: {wanted} were asked for, after {words} words. Keep fewer words, or numbers of 8 bits, below.',
  'vectors.fault-fetch':
    '{status, select, none {“{url}” could not be fetched: {detail} The address may be wrong, the network away, or the server does not let other pages read its files (CORS). Download the file and open it from the disk.} other {“{url}” was answered with the error {status}. Check the address.}}',
  'vectors.fault-address':
    '“{url}” is no address that can be fetched: expected https:// and the name of a server and a file.',
  'vectors.fault-unreadable':
    '“{file}” could not be read: {detail}. If it is a folder, choose the files in it; if it was moved or changed, choose it again.',
  'vectors.fault-not-kept':
    'These vectors are not in this browser any more: they were removed, or kept in another browser. Open the file again.',
  'vectors.fault-stopped':
    'The part of the page that holds these vectors stopped{detail, select, none {} other { ({detail})}}, most often for want of memory. Try again, or keep fewer words.',
  'vectors.faulty': '“{name}” was not opened',
  'vectors.hand': 'Explore in the Embedding lab',
  'vectors.hand-about':
    'Neighbours, analogies, arithmetic and a map of all words, as they are now, in a tab of its own. The training goes on here.',
  'vectors.hand-none': 'There are no vectors yet: let the training begin first.',
  'vectors.hand-not-kept':
    'The browser would not store the vectors for the lab. Save them as a file below and open that in the lab.',
  'vectors.hand-blocked': 'The browser kept the tab from opening. The vectors wait here:',
  'vectors.handed-missing':
    'The vectors that were handed over are not there any more: they are handed over once. Go back to the lesson and hand them over again.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'vectors.title': '词向量',
  'vectors.none': '还没有打开词向量',
  'vectors.glove': 'GloVe，英文',
  'vectors.characters': '汉字',
  'vectors.built-in': '笔记本自带',
  'vectors.open-panel': '打开词向量……',
  'vectors.size': '{words} × {dimensions}',
  'vectors.float32': '32 位浮点数',
  'vectors.int8': '8 位整数（int8）',
  'vectors.first-of': '{all} 个词中的前 {kept} 个',
  'vectors.first-of-more': '前 {kept} 个词，其余没有读',
  'vectors.only-of': '{all} 个词中选出的 {kept} 个',
  'vectors.only': '选出的 {kept} 个词',
  'vectors.limit-memory': '允许的内存装不下更多',
  'vectors.read-at': '读取速度 {rate}/s',
  'vectors.partial': '还在读：回答只涉及已经读到的词',
  'vectors.pick': '选择文件……',
  'vectors.drop': '或者拖到本页任何地方。什么都不会上传。',
  'vectors.drop-here': '或者拖到这里。什么都不会上传。',
  'vectors.drop-now': '松手即可打开',
  'vectors.kinds':
    'GloVe 的 .txt，word2vec 和 fastText 的 .vec 与 .bin，.npy 加词表，projector 的一对 .tsv，safetensors 加词表；都可以是 .gz 或 .zip。成对的文件请一起选。',
  'vectors.url': '文件的网址',
  'vectors.url-open': '下载',
  'vectors.url-bad': '网址要以 https:// 开头，写明服务器和文件。',
  'vectors.ask':
    '要从 {host} 下载词向量吗？本页会读取 {url}，那台服务器因此会看到你的网络地址，也知道你打开了一份词向量。除此之外，本页不会送出任何东西。',
  'vectors.ask-link': '你打开的链接里写着要打开的词向量。',
  'vectors.ask-yes': '下载',
  'vectors.ask-no': '暂时不要',
  'vectors.options': '保留多少，多精确',
  'vectors.keep': '保留的词',
  'vectors.keep-all': '装得下多少就多少',
  'vectors.keep-first': '前若干个',
  'vectors.keep-only': '只要这些',
  'vectors.most': '个数',
  'vectors.list': '要保留的词',
  'vectors.list-hint': '用空格或换行隔开。共 {count} 个词。',
  'vectors.precision': '数的精度',
  'vectors.precision-auto': '装得下就用浮点数，否则 8 位',
  'vectors.precision-float32': '32 位浮点数',
  'vectors.precision-int8': '8 位',
  'vectors.memory': '向量可用的内存',
  'vectors.options-again': '这样重新打开 {name}',
  'vectors.opening': '正在打开 {name}',
  'vectors.progress': '词向量读了多少',
  'vectors.so-far': '{done}，共 {total}',
  'vectors.so-far-open': '已读 {done}',
  'vectors.so-far-rate': '{rate}/s',
  'vectors.so-far-words': '{count, plural, other {{shown} 个词}}',
  'vectors.so-far-left': '{seconds, plural, =0 {马上就好} other {还要 # 秒}}',
  'vectors.cancel': '取消',
  'vectors.again': '再试一次',
  'vectors.close': '关闭',
  'vectors.take-good': '就用完好的 {count, plural, other {{shown}}} 个词',
  'vectors.stays': '之前打开的词向量还在。',
  'vectors.kept': '存在本浏览器里的词向量（{count}）',
  'vectors.kept-note': '只有这个浏览器里有，直到你删除为止。',
  'vectors.use': '打开',
  'vectors.use-named': '打开 {name}',
  'vectors.remove': '删除',
  'vectors.remove-named': '删除 {name}',
  'vectors.remove-question': '确定删除？',
  'vectors.remember': '存在本浏览器里',
  'vectors.remember-note': '约占本浏览器 {size} 的存储空间，下次马上就能打开。',
  'vectors.remember-subwords': '存下来的词向量不能再拼出没见过的词：词的片段不会存。',
  'vectors.remembering': '正在存……',
  'vectors.remembered': '已经存在本浏览器里。',
  'vectors.remember-quota':
    '浏览器没有地方存了。请删除下面的一份，或者腾出一些空间再试；词向量目前仍然开着。',
  'vectors.remember-unavailable': '这个浏览器不让网页存文件（例如无痕窗口）。关闭页面之前，词向量一直开着。',
  'vectors.flaws': '文件里有 {count} 处和预期不同',
  'vectors.place-line': '第 {line} 行',
  'vectors.place-row': '第 {row} 条',
  'vectors.place-byte': '第 {byte} 字节',
  'vectors.place-word': '{place}，“{word}”',
  'vectors.flaw-ragged-row':
    '{count, plural, =1 {有一行没有读入：} other {有 {shown} 行没有读入，第一行：}}应有 {expected} 个数，只找到 {found} 个（{place}）。',
  'vectors.flaw-not-a-number':
    '{count, plural, =1 {有一条没有读入：} other {有 {shown} 条没有读入，第一条：}}该是数的地方写着“{found}”（{place}）。',
  'vectors.flaw-duplicate-word':
    '有 {count, plural, other {{shown}}} 个词重复出现，只保留了第一次的向量（{place}）。',
  'vectors.flaw-bad-utf8':
    '有 {count, plural, other {{shown}}} 个词不是 UTF-8，读不出的部分显示为 �（{place}）。',
  'vectors.flaw-empty-word': '有 {count, plural, other {{shown}}} 条没有词，没有读入（{place}）。',
  'vectors.flaw-header-lies': '文件头写的是 {expected}，实际是 {found}（{place}）。',
  'vectors.flaw-too-long-word': '有 {count, plural, other {{shown}}} 个词长得不像词，没有读入（{place}）。',
  'vectors.flaw-zero-vector':
    '有 {count, plural, other {{shown}}} 个词的向量全是零，和什么都不接近（{place}）。',
  'vectors.flaw-truncated': '文件在一条的中间结束，这一条没有读入（{place}）。',
  'vectors.fault-empty': '“{file}”是空的，只有 0 字节。请重新下载或复制。',
  'vectors.fault-no-rows': '“{file}”里没有词向量：每行应是一个词和它的数，一行也没有找到。请换一个文件。',
  'vectors.fault-not-vectors':
    '{kind, select, pdf {“{file}”是 PDF，不是词向量。} image {“{file}”是图片，不是词向量。} media {“{file}”是音频或视频，不是词向量。} word {“{file}”是文字处理软件的文档，不是词向量。} office {“{file}”是表格或演示文稿，不是词向量。请导出成用制表符分隔的文本。} program {“{file}”是程序，不是词向量。} archive {“{file}”是这里不能解开的压缩包。请打包成 .zip 或 .gz，或者先解开。} webpage {“{file}”是网页，不是词向量：可能是服务器回了一个自己的页面。请在新标签页里打开这个网址看看。} pointer {“{file}”不是文件本身，而是 Git LFS 留下的指针。请用 git lfs pull 取得文件。} json {“{file}”是 JSON。应当和词向量的文件一起选。} pickle {“{file}”是 Python 的 pickle，读取时可能会运行程序。请用 gensim 的 save_word2vec_format 存一份再打开。} other {“{file}”看起来不是词向量。}}每行应是一个词和它的数，或者是下面列出的某种二进制文件。{found, select, none {} other {找到的是“{found}”（{where}）。}}',
  'vectors.fault-encoding':
    '“{file}”是 {encoding} 编码的文本，而词向量按 UTF-8 读取（{place}）。请存成 UTF-8 再打开。',
  'vectors.fault-unsupported': '“{file}”是这里不读的一种文件：{detail}。',
  'vectors.fault-damaged':
    '“{file}”已损坏（{place}）。{why, select, none {} other {应是 {expected}，实际是 {found}。}}{words, plural, =0 {在此之前什么也读不出来。} other {在此之前的 {shown} 个词是完好的。}}请重新下载或复制文件{words, plural, =0 {。} other {，或者就用这些词。}}',
  'vectors.fault-archive':
    '{reason, select, empty {“{file}”里没有词向量的文件。} encrypted {“{file}”有密码。请解开后打开里面的文件。} method {“{file}”的压缩方法浏览器不会解。请解开后打开里面的文件。} other {压缩包“{file}”已损坏。请重新下载，或者解开后打开里面的文件。}}',
  'vectors.fault-partner-missing':
    '{wanted, select, words {“{file}”只有数，没有词：还要一份词表（每行一个词，或者 JSON）。请两个文件一起选。} other {“{file}”只有词，没有数：还要词向量的文件。请两个文件一起选。}}',
  'vectors.fault-partner-differs':
    '两个文件不是一对：数有 {rows} 条，而“{file}”里有 {words} 个词。请选和这份词向量一起存下来的词表。',
  'vectors.fault-memory':
    '内存不够：读了 {words} 个词之后，还要 {wanted}。请在下面少留一些词，或者改用 8 位的数。',
  'vectors.fault-fetch':
    '{status, select, none {没能下载“{url}”：{detail}可能是网址不对，网络断了，或者那台服务器不让别的网页读它的文件（CORS）。请下载到磁盘再打开。} other {“{url}”的回答是错误 {status}。请检查网址。}}',
  'vectors.fault-address': '“{url}”不是可以下载的网址：要以 https:// 开头，写明服务器和文件。',
  'vectors.fault-unreadable':
    '没能读出“{file}”：{detail}。如果是文件夹，请选里面的文件；如果文件移走或改动了，请重新选。',
  'vectors.fault-not-kept': '这份词向量已经不在本浏览器里：被删除了，或者存在别的浏览器里。请重新打开文件。',
  'vectors.fault-stopped':
    '页面里负责这份词向量的部分停止了{detail, select, none {} other {（{detail}）}}，多半是内存不够。请再试一次，或者少留一些词。',
  'vectors.faulty': '“{name}”没有打开',
  'vectors.hand': '在词向量实验室里看',
  'vectors.hand-about':
    '用现在的向量查近邻、类比、做加减，画出所有词的地图，在新标签页里打开。这里的训练照常进行。',
  'vectors.hand-none': '还没有词向量：请先开始训练。',
  'vectors.hand-not-kept': '浏览器不肯为实验室存下词向量。请在下面存成文件，再到实验室里打开。',
  'vectors.hand-blocked': '浏览器没有让新标签页打开。词向量在这里等着：',
  'vectors.handed-missing': '交过来的词向量已经不在了：每次只交一次。请回到课文里再交一次。',
};

export const vectorsMessages: Catalogue<keyof typeof en> = { en, zh };
