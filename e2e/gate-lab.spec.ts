import { formatFixed } from '../src/components/diagrams/formatNumber.ts';
import { DEFAULT_GRU, DEFAULT_LSTM, laneRoles } from '../src/models/cells/roles.ts';
import type { StackHold } from '../src/models/cells/stack.ts';
import type { SequenceTrace } from '../src/models/cells/types.ts';
import { NO_TARGET } from '../src/models/dense/losses.ts';
import { readSequence } from '../src/models/network/reading.ts';
import {
  backwardNetwork,
  initialiseNetwork,
  networkLayout,
  type TokenNetwork,
} from '../src/models/network/token-network.ts';
import { findSlot, parameterIndex } from '../src/models/parameters.ts';
import { createRandom } from '../src/models/random.ts';
import { createTask } from '../src/models/tasks/spec.ts';
import { exampleAt } from '../src/models/tasks/task.ts';
import { tokenizeCharacters } from '../src/models/text/tokenize.ts';
import { createVocabulary, encode } from '../src/models/text/vocabulary.ts';
import { createJsTrainer } from '../src/workers/js-trainer.ts';
import { prepareRun } from '../src/workers/prepare.ts';
import type { RunConfig } from '../src/workers/protocol.ts';
import { freshStart } from '../src/workers/start.ts';
import { type GateLab, gateLab, openGateLab } from './gateLab.ts';
import { readPrinted } from './lessonReference.ts';
import { expect, test, testLooks } from './support.ts';

test.use({ reducedMotion: 'reduce' });

const TEXT = 'a bad cab had a bag';
const SAY = 'a bad dab';
const HIDDEN = 3;

/** The network that a link asks for, from the models alone. */
function networkOf(part: Partial<TokenNetwork> = {}) {
  const vocabulary = createVocabulary(tokenizeCharacters(TEXT), { size: 96 });
  const size = vocabulary.tokens.length;
  const network: TokenNetwork = {
    spec: DEFAULT_LSTM,
    inputs: size,
    classes: size,
    hidden: HIDDEN,
    layers: 1,
    directions: 'forward',
    ...part,
  };
  const ids = encode(vocabulary, tokenizeCharacters(SAY));
  return { network, ids, parameters: initialiseNetwork(network, createRandom(7), { forget: 1 }) };
}

const LINK = { text: TEXT, say: SAY, h: HIDDEN, seed: 7 };

/** Rows of a chain's table as the reference has them: the lanes of one unit, step by step. */
const rowsOf = ({ spec, size, shape, values }: SequenceTrace, unit: number) =>
  Array.from({ length: size.steps }, (_, step) =>
    laneRoles(spec).map((role) => values[role]?.[step * shape.hidden + unit] ?? Number.NaN),
  );

/** A chain's table in the lab is the reference's, to the digits that it prints. */
async function expectTable(lab: GateLab, chain: string, unit: number, trace: SequenceTrace | undefined) {
  if (!trace) throw new Error('no such chain');
  const expected = rowsOf(trace, unit).map((row) => row.map((value) => readPrinted(formatFixed(value, 4))));
  await expect.poll(() => lab.table(chain, unit + 1)).toEqual(expected);
}

const openTable = (lab: GateLab) => lab.button('figure.table').click();

const heldForget = (value: number): readonly StackHold[] =>
  Array.from({ length: SAY.length * HIDDEN }, (_, index) => ({
    layer: 0,
    direction: 0,
    role: 'forget',
    step: Math.floor(index / HIDDEN),
    unit: index % HIDDEN,
    value,
  }));

test.describe('values', () => {
  test('of an LSTM are the reference’s, free and with its forget gate held; undo lets go', async ({
    page,
  }) => {
    const { network, ids, parameters } = networkOf();
    const lab = await openGateLab(page, { ...LINK, unit: 2, all: 0 });
    await openTable(lab);
    const free = readSequence(network, parameters, ids);
    const chain = lab.say('gate.chain.one', { layer: 1 });
    await expectTable(lab, chain, 1, free.trace.layers[0]?.[0]);

    const lane = lab.say('figure.role.forget');
    await lab.button('gate.hold.at', { lane, value: '0.0' }).click();
    const held = readSequence(network, parameters, ids, { holds: heldForget(0) });
    await expectTable(lab, chain, 1, held.trace.layers[0]?.[0]);
    // The rule in the hand: the same gate at another value.
    await lab.figure.getByRole('slider', { name: lab.say('gate.hold.every-step') }).fill('0.5');
    const half = readSequence(network, parameters, ids, { holds: heldForget(0.5) });
    await expectTable(lab, chain, 1, half.trace.layers[0]?.[0]);

    await lab.button('gate.undo').first().click();
    await expectTable(lab, chain, 1, held.trace.layers[0]?.[0]);
    await lab.button('gate.undo').first().click();
    await expectTable(lab, chain, 1, free.trace.layers[0]?.[0]);
    await lab.button('gate.redo').click();
    await expectTable(lab, chain, 1, held.trace.layers[0]?.[0]);
  });

  test('of two layers of GRUs that read both ways are the reference’s, chain by chain', async ({ page }) => {
    const { network, ids, parameters } = networkOf({ spec: DEFAULT_GRU, layers: 2, directions: 'concat' });
    const { trace, probabilities } = readSequence(network, parameters, ids);
    const lab = await openGateLab(page, { ...LINK, cell: 'gru', L: 2, dir: 'concat' });
    await openTable(lab);
    for (const layer of [0, 1]) {
      for (const direction of [0, 1]) {
        const code = direction === 0 ? 'gate.chain.forward' : 'gate.chain.backward';
        await expectTable(lab, lab.say(code, { layer: layer + 1 }), 0, trace.layers[layer]?.[direction]);
      }
    }
    // The most probable class after the selected step (the third).
    const row = probabilities.slice(2 * network.classes, 3 * network.classes);
    const percent = `${(100 * Math.max(...row)).toFixed(1)}%`;
    await expect(lab.figure.getByRole('list', { name: lab.say('figure.probabilities') })).toContainText(
      percent,
    );

    // Opened, a chain that runs backward stands in the order in which it computes.
    await lab.figure.getByRole('button', { name: /gates/ }).click();
    await lab.radio('gate.chain.backward', { layer: 2 }).first().check();
    const heads = lab.figure.locator('svg [role=rowheader]');
    await expect(heads.first()).toHaveAttribute('aria-label', new RegExp(`^t=${SAY.length} `));
    const hidden = trace.layers[1]?.[1]?.values.hidden?.[(SAY.length - 1) * HIDDEN] ?? Number.NaN;
    await expect(lab.figure.locator('svg [data-grid="0,0"]')).toHaveAttribute(
      'aria-label',
      new RegExp(`: ${formatFixed(hidden).replaceAll('.', '\\.')}$`),
    );
  });
});

test.describe('weights and gradients', () => {
  test('a weight is changed by keyboard, checked, undone, and travels in the link', async ({ page }) => {
    const { network, ids, parameters } = networkOf();
    const lab = await openGateLab(page, { ...LINK, panel: 'weights', lane: 'forget' });
    await openTable(lab);
    const chain = lab.say('gate.chain.one', { layer: 1 });
    const grid = lab.figure.getByRole('grid').last();
    await grid.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('2');
    await expect(lab.field('gate.weight.value')).toBeFocused();
    await page.keyboard.type('.5');
    await page.keyboard.press('Enter');

    // Row 2, column 2 of the forget gate's recurrent weights; its gate stands first.
    const slot = findSlot(networkLayout(network), 'layers.0.recurrentWeights');
    const index = parameterIndex(slot, 1, 1);
    const changed = parameters.slice();
    changed[index] = 2.5;
    const after = readSequence(network, changed, ids);
    await expectTable(lab, chain, 0, after.trace.layers[0]?.[0]);

    const targets = Int32Array.from(ids, (_, step) => ids[step + 1] ?? NO_TARGET);
    const gradients = new Float64Array(changed.length);
    backwardNetwork(network, changed, after.trace, targets, gradients);
    const analytic = readPrinted(await lab.figure.getByTestId('check-analytic').innerText());
    const numeric = readPrinted(await lab.figure.getByTestId('check-numeric').innerText());
    expect(analytic).toBeCloseTo(gradients[index] ?? Number.NaN, 8);
    expect(Math.abs(numeric - analytic)).toBeLessThan(1e-6 * Math.abs(analytic) + 1e-9);

    await expect.poll(() => page.url()).toContain(`edit=${index}`);
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await openTable(lab);
    await expectTable(lab, chain, 0, after.trace.layers[0]?.[0]);

    await lab.button('gate.change.identity').click();
    await lab.button('gate.undo').first().click();
    await expectTable(lab, chain, 0, after.trace.layers[0]?.[0]);
  });

  test('gradients reach gates, inputs and weights as in the reference', async ({ page }) => {
    const { network, ids, parameters } = networkOf();
    const lab = await openGateLab(page, { ...LINK, panel: 'gradients', t: 4, unit: 2 });
    const { trace } = readSequence(network, parameters, ids);
    const targets = Int32Array.from(ids, (_, step) => ids[step + 1] ?? NO_TARGET);
    const gradients = new Float64Array(parameters.length);
    const { loss, layers } = backwardNetwork(network, parameters, trace, targets, gradients);
    await expect(lab.figure.getByTestId('objective')).toContainText(loss.toFixed(5));
    const caption = lab.say('gate.back.caption', {
      step: 4,
      unit: 2,
      chain: lab.say('gate.chain.one', { layer: 1 }),
    });
    const rows = lab.figure.getByRole('region', { name: caption }).locator('tbody tr');
    const shown = await rows.evaluateAll((all) =>
      all.map((row) => Array.from(row.querySelectorAll('td'), (cell) => cell.textContent ?? '')),
    );
    const at = 3 * HIDDEN + 1;
    const back = layers[0]?.[0];
    const roles = ['forget', 'update', 'candidate', 'cell', 'output', 'hidden'] as const;
    roles.forEach((role, row) => {
      const expected = back?.values[role]?.[at] ?? Number.NaN;
      const found = readPrinted(shown[row]?.[1] ?? '');
      expect(Math.abs(found - expected), role).toBeLessThan(1e-5);
    });
  });
});

test('training starts from the weights on show, one step or many, and undo leads back', async ({ page }) => {
  const task = createTask({ name: 'hold-bit', steps: 10 });
  const network: TokenNetwork = {
    spec: DEFAULT_GRU,
    inputs: task.inputs.length,
    classes: task.classes.length,
    hidden: 4,
    layers: 1,
    directions: 'forward',
  };
  const { ids } = exampleAt(task.sample(createRandom(1), 1), 0);
  const lab = await openGateLab(page, {
    cell: 'gru',
    in: 'task',
    h: 4,
    seed: 7,
    panel: 'training',
    batch: 4,
  });
  await openTable(lab);
  const chain = lab.say('gate.chain.one', { layer: 1 });
  const seeded = initialiseNetwork(network, createRandom(7), { forget: 1 });
  const traceOf = (parameters: Float64Array) =>
    readSequence(network, parameters, Int32Array.from(ids)).trace.layers[0]?.[0];
  await expectTable(lab, chain, 0, traceOf(seeded));

  await lab.button('train.onceLabel').click();
  const config: RunConfig = {
    task: { kind: 'generated', spec: { name: 'hold-bit', steps: 10 } },
    cell: DEFAULT_GRU,
    hidden: 4,
    layers: 1,
    directions: 'forward',
    batch: 4,
    steps: 16,
    optimizer: { kind: 'adam', learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
    clip: 5,
    biases: { forget: 1 },
    seed: 7,
  };
  const prepared = prepareRun(config);
  if (!prepared.ok) throw new Error('no run');
  const trainer = createJsTrainer(prepared.run, freshStart(prepared.run));
  await trainer.step();
  const once = new Float64Array(seeded.length);
  await trainer.snapshot(once);
  await expect(lab.figure.getByTestId('origin')).toContainText(lab.say('gate.origin.trained', { steps: 1 }));
  await expectTable(lab, chain, 0, traceOf(once));

  await lab.button('gate.train.start').click();
  await expect(lab.figure.getByTestId('training')).toContainText(/[2-9]\d/);
  await lab.button('gate.train.pause').click();
  await expect(lab.button('gate.train.start')).toBeEnabled();
  const rested = await lab.table(chain, 1);
  expect(rested).not.toEqual(rowsOf(traceOf(once) as SequenceTrace, 0));
  await lab.button('gate.undo').click();
  await expectTable(lab, chain, 0, traceOf(once));
  await lab.button('gate.undo').click();
  await expectTable(lab, chain, 0, traceOf(seeded));
  await lab.button('gate.redo').click();
  await expectTable(lab, chain, 0, traceOf(once));
});

test('weights that no link carries survive a reload, and another page', async ({ page }) => {
  const lab = await openGateLab(page, { ...LINK, h: 24, panel: 'weights' });
  await openTable(lab);
  const chain = lab.say('gate.chain.one', { layer: 1 });
  const before = await lab.table(chain, 1);
  await lab.button('gate.change.scale').click();
  await expect(lab.figure.getByTestId('origin')).toContainText(lab.say('gate.not-in-link'));
  const changed = await lab.table(chain, 1);
  expect(changed).not.toEqual(before);
  await expect.poll(() => page.url()).toContain('panel=weights');
  await page.reload();
  await openTable(lab);
  await expect.poll(() => lab.table(chain, 1)).toEqual(changed);
  await page
    .getByRole('banner')
    .getByRole('link', { name: lab.say('shell.settings') })
    .click();
  await expect(lab.figure).toHaveCount(0);
  await page.goBack();
  await openTable(lab);
  await expect.poll(() => lab.table(chain, 1)).toEqual(changed);
  // A link opened anew says what it wants itself.
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await openTable(lab);
  await expect.poll(() => lab.table(chain, 1)).toEqual(before);
});

test('numbers that are none say what is wrong, in Chinese; a change of the network can be undone', async ({
  page,
}) => {
  const lab = await openGateLab(page, { in: 'numbers', x: '1 0\n0 1', head: 0, h: 2 }, 'zh');
  const field = lab.field('gate.numbers');
  await field.fill('1 0\n0 x');
  const fault = lab.say('gate.numbers.not-a-number', { line: 2, place: 2, found: 'x' });
  await expect(lab.figure.getByRole('alert')).toHaveText(fault);
  await field.fill('1 0 2\n0 1 2\n3 3 3');
  await expect(lab.figure.getByRole('alert')).toHaveCount(0);
  await expect(lab.figure.locator('svg [role=rowheader]')).toHaveCount(3);
  await expect(lab.figure.getByTestId('origin')).toContainText(lab.say('gate.parameters', { count: 48 }));
  await lab.radio('gate.cell.gru').check();
  await expect(lab.figure.getByTestId('origin')).toContainText(lab.say('gate.parameters', { count: 36 }));
  await lab.button('gate.undo').first().click();
  await lab.button('gate.undo').first().click();
  await expect(field).toHaveValue('1 0\n0 1');
  await expect(lab.figure.getByTestId('origin')).toContainText(lab.say('gate.parameters', { count: 40 }));
});

test('the lab is found, presented at a stop, and left as the speaker set it', async ({ page }) => {
  await page.goto('/en/');
  await page.getByRole('main').getByRole('link', { name: 'Gate lab' }).click();
  const lab = gateLab(page, 'en');
  await expect(lab.figure.getByTestId('origin')).toBeVisible();
  await page.goto('/en/labs/gate/present?backend=js#stop=keep');
  await expect(page.locator('[data-on-stage]')).toBeVisible();
  await expect(page.locator('h1')).toHaveText('Forget at 1, update at 0: what was written stays');
  const cells = page.locator('[data-on-stage] svg [data-term=cell][role=gridcell]');
  const names = () => cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''));
  const valuesOf = async () => (await names()).map((name) => readPrinted(name.split(': ').at(-1) ?? ''));
  await expect.poll(async () => new Set((await valuesOf()).slice(2)).size).toBe(1);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(page.locator('h1')).toHaveText('GRU: hold the update gate');
  await expect(lab.radio('gate.cell.gru')).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/en\/labs\/gate/);
});

testLooks(
  (page, locale) => openGateLab(page, { ...LINK, hold: '0~0~0~1~3~-1~0.25' }, locale),
  async (lab) => {
    await openTable(lab);
    for (const panel of ['weights', 'gradients', 'training'] as const) {
      await lab.radio(`gate.panel.${panel}`).first().check();
    }
    await lab.figure.locator('details').first().locator('summary').click();
  },
);
