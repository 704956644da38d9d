import type { run as source } from '../en/run.ts';

export const run: Record<keyof typeof source, string> = {
  'tier.webgpu': 'WebGPU',
  'tier.wasm': 'WASM',
  'tier.js': 'TypeScript',
  'tier.badge': '{tier} · {speed} 步/秒',
  'tier.badgeIdle': '{tier}',
  'tier.why.hardware-adapter':
    '由显卡（{adapter}）计算：在一次简短的自检中，它给出的数值和梯度与参考实现一致。',
  'tier.why.pinned': '这种计算方式是在地址或设置中手动指定的。',
  'tier.why.computed-here':
    '这次训练先前的数值是由 {used} 算出的。只有继续用它，结果才会分毫不差；换一种方式，舍入会略有不同。',
  'tier.why.pinned-unavailable': '地址或设置中指定了 {tier}，但它在这里无法使用。',
  'tier.why.computed-elsewhere':
    '这次训练先前的数值是由 {tier} 算出的，但它在这里无法使用；接下来的舍入会略有不同。',
  'tier.why.no-webgpu': '由 CPU 计算：这个浏览器没有可用的 WebGPU 适配器。',
  'tier.why.software-adapter':
    '这里唯一的 WebGPU 适配器（{adapter}）是软件模拟的：它同样在 CPU 上运行，而且比 WASM 和纯 TypeScript 都慢。',
  'tier.why.no-wasm': '这里不能使用带 SIMD 指令的 WebAssembly（{detail}）。',
  'tier.why.wasm-gears':
    'WASM 在 CPU 上计算，每条指令同时处理几个数{relaxed, select, yes {，乘法和加法一步完成} other {}}，使用 {threads} 个线程。',
  'tier.why.self-test-failed':
    '在简短的自检中，{tier} 给出的数值或梯度与参考实现不符（{detail}），用它训练不可信。',
  'tier.why.measured-faster':
    '训练开始之前，已用临时副本在这台机器上实测：每个训练步需要 {ms} 毫秒，而用 {other} 需要 {otherMs} 毫秒。',
  'tier.why.tier-failed': '{tier} 在本次训练中出过错（{detail}），因此不再使用。',

  'run.failure.text-too-short':
    '{found, plural, =0 {文本中没有任何词元} other {文本只有 # 个词元}}，而预测下一个词元至少需要 {needed} 个。请输入更长的文本，或选用一篇内置文本。',
  'run.failure.diverged-loss':
    '训练在第 {step} 步停止：损失变成了 {value}。有些权重已经大到让网络的输出溢出。常见原因是学习率过大，或者梯度爆炸：梯度沿时间往回传，每经过一步就被乘一次，可能无限增大。可以打开梯度裁剪回到第 {goodStep} 步，或者调低学习率重新开始。',
  'run.failure.diverged-gradient':
    '训练在第 {step} 步停止：梯度的长度变成了 {value}。这就是梯度爆炸：梯度沿时间往回传，每经过一步就被乘一次，可能无限增大。可以打开梯度裁剪（把过长的梯度缩短）回到第 {goodStep} 步，或者调低学习率重新开始。',
  'run.failure.diverged-parameters':
    '训练在第 {step} 步停止：有一个权重变成了 {value}。某一次更新的幅度太大，数值溢出了；最可能的原因是学习率过大。可以打开梯度裁剪回到第 {goodStep} 步，或者调低学习率重新开始。',
  'run.failure.bad-checkpoint': '保存的状态无法使用：{detail}请重新开始，或换一个文件。',
  'run.failure.device-lost':
    '显卡在第 {step} 步失去响应（{detail}），也没有其他计算方式可以接替。请重新加载页面，训练会从上次保存的地方继续。',
  'run.failure.out-of-memory':
    '内存在第 {step} 步耗尽（{detail}）。请减少隐藏单元数、时间步数或词表大小，然后重新开始。',
  'run.failure.crashed':
    '计算在第 {step} 步意外中断（{detail}），而且发生了两次。请重新加载页面，训练会从上次保存的地方继续。如果再次发生，请换一组设置重新开始。',
  'run.failure.unavailable':
    '浏览器不允许在这里使用后台线程（{detail}），因此无法训练。请换一个浏览器，或退出隐私模式、受限模式。',
  'run.failure.rewind': '打开裁剪，回到第 {goodStep} 步',

  'run.fault.not-a-checkpoint': '它不是本笔记保存的训练状态。',
  'run.fault.other-version': '它是由本笔记的另一个版本保存的。',
  'run.fault.truncated': '文件结尾缺失，可能是下载中断了。',
  'run.fault.damaged': '保存之后有些字节被改动过。',
  'run.fault.other-run': '它属于另一次训练：文本、网络或随机种子不同。',

  'run.notice.tier-changed-device-lost':
    '显卡失去响应，可能是驱动重置，也可能是电脑休眠过。训练已改用 {to}，从第 {step} 步继续。',
  'run.notice.tier-changed-out-of-memory': '{from} 内存耗尽。训练已改用 {to}，从第 {step} 步继续。',
  'run.notice.tier-changed-crashed': '{from} 上的计算意外中断。训练已改用 {to}，从第 {step} 步继续。',
  'run.notice.restored': '这是上次访问时保存的训练，停在第 {step} 步：可以继续训练，也可以重新开始。',
  'run.notice.not-saved-quota':
    '浏览器的存储空间已满，训练没有被保存，关闭页面后就会消失。请腾出一些空间，或把它存为文件。',
  'run.notice.not-saved-unavailable':
    '浏览器不允许页面存储数据（可能处于隐私模式），关闭页面后训练就会消失。',
  'run.notice.checkpoint-dropped': '上次保存的训练无法使用：{detail}已重新开始。',
  'run.notice.batch-reduced': '文本太短，不够分成 {asked} 路并行，改用 {used} 路。',
  'run.notice.steps-reduced': '文本太短，梯度无法往回传 {asked} 步，改为 {used} 步。',
  'run.notice.probe-shortened': '这个句子有 {asked} 个词元，只显示前 {used} 个。',
};
