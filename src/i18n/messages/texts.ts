import type { Catalogue } from '../catalogue.ts';

const en = {
  'texts.ends': '⟨EOS⟩ after',
  'texts.ends-none': 'nothing',
  'texts.ends-lines': 'every line',
  'texts.ends-sentences': 'every sentence',
  'texts.vocabulary': 'Vocabulary, at most',
  'texts.loading': 'The text is on its way …',
  'texts.not-fetched':
    'The text “{name}” could not be fetched: {detail}. Check the connection, then try again.',
  'texts.not-here':
    'This is a text that was kept in another browser, or removed from this one. Texts never leave the machine they were read on: add the same file here to go on, or choose another text.',
  'texts.not-here-short': 'a text that is not here',
  'texts.retry': 'Try again',
  'texts.own-hint':
    'Any language. It is short enough to be part of the link, and stays on this page otherwise.',
  'texts.own-long': 'Any language. Too long for a link: it is kept in this browser.',
  'texts.pick': 'Open files …',
  'texts.drop': 'or drop or paste .txt, .md or .zip here, up to 50 MB of text. Nothing is uploaded.',
  'texts.drop-now': 'Let go to read them.',
  'texts.opening': 'Opening …',
  'texts.reading': 'Reading {name}',
  'texts.progress': 'How much of the files is read',
  'texts.so-far':
    '{done} of {total} · {rate}/s · {seconds, plural, =0 {almost there} one {# second left} other {# seconds left}}',
  'texts.cancel': 'Cancel',
  'texts.dismiss': 'Close',
  'texts.unsaved-quota':
    'The text was read, but the browser has no room to keep it: it will be gone when this page is closed. Remove a text below, or free some space.',
  'texts.unsaved-unavailable':
    'The text was read, but this browser does not let the page keep anything: it will be gone when this page is closed.',
  'texts.characters': '{count, plural, one {# character} other {{shown} characters}}',
  'texts.joined': '{count} files joined in the order of their names',
  'texts.skipped': '{count, plural, one {# other file} other {# other files}} left out',
  'texts.chinese-character': 'Chinese: every character is a token of its own.',
  'texts.chinese-word':
    'Chinese: words are found by the browser’s dictionary. Another browser may cut a few of them otherwise.',
  'texts.kept': 'Your texts in this browser ({count})',
  'texts.kept-note': 'Only this browser has them. They stay until you remove them.',
  'texts.use': 'Use',
  'texts.use-named': 'Use {name}',
  'texts.remove': 'Remove',
  'texts.remove-named': 'Remove {name}',
  'texts.remove-question': 'Remove for good? Models that learnt it cannot train on.',
  'texts.fault-empty': '“{name}” has no text in it. Choose another file.',
  'texts.fault-binary':
    '“{name}” is not text: byte {place, number} is {byte} (hexadecimal), which does not occur in text. Save it as plain text first.',
  'texts.fault-unknown-encoding':
    '“{name}” is in none of the encodings that can be read here (UTF-8, UTF-16, GB18030): byte {place, number}, {byte} (hexadecimal), does not belong. Save it as UTF-8; if it is, the file is damaged there.',
  'texts.fault-too-large':
    '“{name}” has {found} of text; at most {most} are read. Split it, or take a part of it.',
  'texts.fault-other-kind':
    '{kind, select, pdf {“{name}” is a PDF. Copy its text and paste it here, or export it as plain text.} word {“{name}” is a word processor’s document. Save it as plain text (.txt, UTF-8) and open that.} office {“{name}” is a spreadsheet or presentation. Export its text as .txt and open that.} ebook {“{name}” is an e-book. Convert it to plain text and open that.} image {“{name}” is a picture. Pictures are not read; open a text.} media {“{name}” is sound or film. Open a text.} archive {“{name}” is an archive of a kind that is not unpacked here. Pack it as .zip, or unpack it first.} other {“{name}” is a program. Open a text.}}',
  'texts.fault-zip-without-text':
    '{files, plural, =0 {“{name}” is empty.} one {“{name}” holds one file, and it is no .txt or .md.} other {“{name}” holds # files, and none is a .txt or .md.}} Pack your texts into it, or open them one by one.',
  'texts.fault-zip-damaged':
    'The archive is damaged at “{name}”: {detail}. Fetch or pack it again, or unpack it and open the texts.',
  'texts.fault-zip-encrypted': '“{name}” is locked by a password. Unpack it and open the texts themselves.',
  'texts.fault-zip-method':
    '“{name}” is packed by a method that browsers do not have (number {method}). Pack it again as an ordinary .zip.',
  'texts.fault-unreadable':
    '“{name}” could not be read: {detail}. If it is a folder, pack it as .zip; if it has changed or moved, open it again.',
  'texts.fault-stopped': 'Reading stopped: {detail}. Try again, with a smaller text if memory is short.',
} as const;

const zh: Record<keyof typeof en, string> = {
  'texts.ends': '何处加 ⟨EOS⟩',
  'texts.ends-none': '不加',
  'texts.ends-lines': '每行之后',
  'texts.ends-sentences': '每句之后',
  'texts.vocabulary': '词表最多',
  'texts.loading': '正在载入文本……',
  'texts.not-fetched': '没能取到文本“{name}”：{detail}。请检查网络，再试一次。',
  'texts.not-here':
    '这份文本保存在另一个浏览器里，或者已从这里删除。文本不会离开读入它的那台电脑：请在这里加入同一个文件，或者另选一份文本。',
  'texts.not-here-short': '这里没有的文本',
  'texts.retry': '再试一次',
  'texts.own-hint': '任何语言都可以。它够短，会写进链接；除此之外只留在本页。',
  'texts.own-long': '任何语言都可以。它太长，写不进链接，会保存在这个浏览器里。',
  'texts.pick': '打开文件……',
  'texts.drop': '也可以把 .txt、.md 或 .zip 拖到或粘贴到这里，文本最多 50 MB。什么都不会上传。',
  'texts.drop-now': '松手即可读入。',
  'texts.opening': '正在打开……',
  'texts.reading': '正在读 {name}',
  'texts.progress': '文件已读多少',
  'texts.so-far': '{done} / {total} · 每秒 {rate} · {seconds, plural, =0 {马上就好} other {还要 # 秒}}',
  'texts.cancel': '取消',
  'texts.dismiss': '关闭',
  'texts.unsaved-quota':
    '文本已读入，但浏览器没有空间保存：关掉本页它就没了。请在下面删去一份文本，或者腾出一些空间。',
  'texts.unsaved-unavailable': '文本已读入，但这个浏览器不让网页保存任何东西：关掉本页它就没了。',
  'texts.characters': '{count, plural, other {{shown} 个字符}}',
  'texts.joined': '{count} 个文件按文件名顺序连成一份',
  'texts.skipped': '略去其他文件 {count} 个',
  'texts.chinese-character': '中文：每个字是一个词元。',
  'texts.chinese-word': '中文：词按浏览器自带的词典切分，换一个浏览器，少数地方可能切得不同。',
  'texts.kept': '这个浏览器里你的文本（{count}）',
  'texts.kept-note': '只有这个浏览器里有。你不删，它们就一直在。',
  'texts.use': '使用',
  'texts.use-named': '使用 {name}',
  'texts.remove': '删除',
  'texts.remove-named': '删除 {name}',
  'texts.remove-question': '彻底删除？学过它的模型将无法继续训练。',
  'texts.fault-empty': '“{name}”里没有文本，请换一个文件。',
  'texts.fault-binary':
    '“{name}”不是文本：第 {place, number} 个字节是 {byte}（十六进制），文本里不会有。请先把它另存为纯文本。',
  'texts.fault-unknown-encoding':
    '“{name}”不属于这里能读的编码（UTF-8、UTF-16、GB18030）：第 {place, number} 个字节 {byte}（十六进制）不合规则。请另存为 UTF-8；如果它本来就是，那么文件在这里损坏了。',
  'texts.fault-too-large': '“{name}”有 {found} 文本，最多读 {most}。请拆开，或者只取一部分。',
  'texts.fault-other-kind':
    '{kind, select, pdf {“{name}”是 PDF。请复制其中的文字粘贴到这里，或者导出为纯文本。} word {“{name}”是文字处理软件的文档。请另存为纯文本（.txt，UTF-8）再打开。} office {“{name}”是电子表格或演示文稿。请把文字导出为 .txt 再打开。} ebook {“{name}”是电子书。请转换成纯文本再打开。} image {“{name}”是图片。这里不读图片，请打开文本。} media {“{name}”是音频或视频。请打开文本。} archive {“{name}”是这里不能解开的压缩包。请重新打包成 .zip，或者先解开。} other {“{name}”是程序。请打开文本。}}',
  'texts.fault-zip-without-text':
    '{files, plural, =0 {“{name}”是空的。} other {“{name}”里有 # 个文件，没有一个是 .txt 或 .md。}}请把文本打包进去，或者逐个打开。',
  'texts.fault-zip-damaged': '压缩包在“{name}”处损坏：{detail}。请重新下载或打包，或者解开后打开其中的文本。',
  'texts.fault-zip-encrypted': '“{name}”有密码。请解开后打开其中的文本。',
  'texts.fault-zip-method': '“{name}”用了浏览器不会解的压缩方法（编号 {method}）。请重新打包成普通的 .zip。',
  'texts.fault-unreadable':
    '没能读出“{name}”：{detail}。如果是文件夹，请打包成 .zip；如果文件改动或移走了，请重新打开。',
  'texts.fault-stopped': '读取中断：{detail}。请再试一次；内存不够时，换一份小一些的文本。',
};

export const textsMessages: Catalogue<keyof typeof en> = { en, zh };
