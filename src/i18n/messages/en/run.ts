export const run = {
  'tier.webgpu': 'WebGPU',
  'tier.wasm': 'WASM',
  'tier.js': 'TypeScript',
  'tier.badge': '{tier} · {speed} steps/s',
  'tier.badgeIdle': '{tier}',
  'tier.why.hardware-adapter':
    'Computed on the graphics processor ({adapter}): it gave the same values and gradients as the reference in a short test.',
  'tier.why.pinned': 'This tier was chosen by hand, in the address or in the settings.',
  'tier.why.computed-here':
    'This run’s numbers were computed by {used} before. Only there do they go on exactly as they would have; another tier rounds differently.',
  'tier.why.pinned-unavailable': 'The address or the settings ask for {tier}, which cannot be used here.',
  'tier.why.computed-elsewhere':
    'This run’s numbers were computed by {tier} before, which cannot be used here; from now on they are rounded slightly differently.',
  'tier.why.no-webgpu': 'Computed on the CPU: this browser offers no WebGPU adapter.',
  'tier.why.software-adapter':
    'The only WebGPU adapter here ({adapter}) is software, which computes on the CPU and more slowly than WASM or plain TypeScript do.',
  'tier.why.no-wasm': 'WebAssembly with SIMD instructions is not available here ({detail}).',
  'tier.why.wasm-gears':
    'WASM computes on the CPU, several numbers with each instruction{relaxed, select, yes {, multiplying and adding in one} other {}}, on {threads, plural, one {one thread} other {# threads}}.',
  'tier.why.self-test-failed':
    'In a short test, {tier} did not give the values or gradients of the reference ({detail}), so training on it could not be trusted.',
  'tier.why.measured-faster':
    'Measured here before the run began, on copies that were thrown away: a training step takes {ms} ms, on {other} {otherMs} ms.',
  'tier.why.tier-failed': '{tier} failed earlier in this run ({detail}), so it is not used again.',

  'run.failure.text-too-short':
    '{found, plural, =0 {The text has no tokens} one {The text has only one token} other {The text has only # tokens}}; predicting the next one takes at least {needed}. Write a longer text, or choose a built-in one.',
  'run.failure.diverged-loss':
    'Training stopped at step {step}: the loss became {value}. Some weights had grown so large that the network’s outputs overflowed. The usual reasons are a learning rate that is too high, or exploding gradients: carried back through many time steps, a gradient is multiplied at each of them and can grow without bound. Go back to step {goodStep} with gradient clipping on, or lower the learning rate and start over.',
  'run.failure.diverged-gradient':
    'Training stopped at step {step}: the gradient’s length became {value}. These are exploding gradients: carried back through many time steps, a gradient is multiplied at each of them and can grow without bound. Go back to step {goodStep} with gradient clipping on, which shortens a gradient that is too long, or lower the learning rate and start over.',
  'run.failure.diverged-parameters':
    'Training stopped at step {step}: a weight became {value}. One update was so large that the number overflowed; most likely the learning rate is too high. Go back to step {goodStep} with gradient clipping on, or lower the learning rate and start over.',
  'run.failure.bad-checkpoint':
    'The saved state cannot be used: {detail} Start over, or choose another file.',
  'run.failure.device-lost':
    'The graphics processor was lost at step {step} ({detail}) and no other tier could take over. Reload the page; the run goes on from where it was saved last.',
  'run.failure.out-of-memory':
    'Memory ran out at step {step} ({detail}). Choose fewer hidden units, fewer time steps or a smaller vocabulary, and start over.',
  'run.failure.crashed':
    'The computation stopped unexpectedly at step {step} ({detail}), twice. Reload the page; the run goes on from where it was saved last. If it happens again, start over with other settings.',
  'run.failure.unavailable':
    'This browser does not allow background workers here ({detail}), so nothing can be trained. Try another browser, or leave private or restricted mode.',
  'run.failure.rewind': 'Back to step {goodStep}, with clipping',

  'run.fault.not-a-checkpoint': 'it is not a saved run of this notebook.',
  'run.fault.other-version': 'it was saved by another version of this notebook.',
  'run.fault.truncated': 'its end is missing; perhaps the download broke off.',
  'run.fault.damaged': 'some of its bytes have changed since it was saved.',
  'run.fault.other-run': 'it belongs to a run with another text, network or seed.',

  'run.notice.tier-changed-device-lost':
    'The graphics processor was lost, perhaps by a driver reset or because the computer slept. The run goes on from step {step} on {to}.',
  'run.notice.tier-changed-out-of-memory':
    '{from} ran out of memory. The run goes on from step {step} on {to}.',
  'run.notice.tier-changed-crashed':
    'The computation on {from} stopped unexpectedly. The run goes on from step {step} on {to}.',
  'run.notice.restored':
    'This run was saved on an earlier visit. It waits at step {step}: train on, or start over.',
  'run.notice.not-saved-quota':
    'This browser’s storage is full, so the run is not being saved and will be gone when the page is closed. Free some space, or save it to a file.',
  'run.notice.not-saved-unavailable':
    'This browser does not let the page store anything (private mode, perhaps), so the run will be gone when the page is closed.',
  'run.notice.checkpoint-dropped': 'The saved run could not be used: {detail} A new one was started.',
  'run.notice.batch-reduced':
    'The text is too short for {asked} parallel streams; {used, plural, one {one is} other {# are}} used.',
  'run.notice.steps-reduced':
    'The text is too short to carry gradients back {asked} steps; {used, plural, one {one step is} other {# steps are}} used.',
  'run.notice.probe-shortened': 'The sentence has {asked} tokens; the first {used} are shown.',
} as const;
