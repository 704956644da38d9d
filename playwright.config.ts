import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 4789);
/** What is served: the build of `npm run build`, unless another is named. */
const folder = process.env.E2E_DIST ?? 'dist';
const browser = await findBrowser(process.env, () => {});

/**
 * Of two lists the browser takes the last: Playwright's own, without what only other systems have, and the two pages that a
 * window prepares for its address bar, which nobody sees here. They take a fifth of the time of every page that is opened.
 */
const unwanted = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** WebGPU on Chromium's software adapter: correct, slow, the same on every machine. */
const args = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  `--disable-features=${unwanted}`,
  '--disable-background-networking',
  '--disable-quic',
  '--disable-component-update',
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // Machines are noisy: a test that passes at its second try is named as flaky in the report.
  retries: process.env.CI ? 1 : 0,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  grepInvert: process.env.DEEP ? /(?!)/ : /@deep/,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: browser.path, args },
    // A trace of every action costs a third of the time; ask for it with --trace on.
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `npx vite preview --outDir ${folder} --port ${port} --strictPort`,
    port,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
