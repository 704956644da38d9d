import type { CDPSession, Page } from '@playwright/test';
import { lessonAddress, liveFigure } from './lessonFigure.ts';
import { expect, test } from './support.ts';

/** Bytes of live JavaScript objects on the page, garbage collected first. */
async function liveHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

async function trainUntil(page: Page, step: number): Promise<void> {
  const live = liveFigure(page, 'en');
  await expect.poll(live.step, { timeout: 120_000, intervals: [1000] }).toBeGreaterThan(step);
}

test('@deep thousands of steps leave no heap behind on the page', async ({ page }) => {
  test.setTimeout(300_000);
  const fragment = { text: 'own', own: 'the sea and the whale. '.repeat(20), level: 'character', h: 8 };
  await page.goto(lessonAddress({ tier: 'js', fragment }));
  const session = await page.context().newCDPSession(page);
  // The loss curve is full from step 2,048 on: what grows after that is a leak.
  await trainUntil(page, 3000);
  const before = await liveHeap(session);
  await trainUntil(page, 9000);
  const after = await liveHeap(session);
  expect(after - before).toBeLessThan(3_000_000);
});
