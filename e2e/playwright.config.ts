import { defineConfig } from '@playwright/test'

/** What these change belongs to their prosecutors; the others change nothing of it, and so go beside them. */
const CASEWORK = /(prosecutor|protection|requests|runs)\.spec\.ts$/

/**
 * MINGJIAN_URL: the address of a server with the accounts of `./mingjian demo`, as `run` beside this starts one. CHROMIUM:
 * the browser, /usr/bin/chromium unless told.
 */
export default defineConfig({
  testDir: 'journeys',
  outputDir: 'results/failures',
  workers: 2,
  projects: [
    { name: 'casework', testMatch: CASEWORK, workers: 1 },
    { name: 'office', testIgnore: CASEWORK, workers: 1 },
  ],
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.MINGJIAN_URL ?? 'http://127.0.0.1:8790',
    viewport: { width: 1366, height: 768 },
    // A picture shows a dialog as it stands, not as it fades in.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure', // a trace of each would take a sixth of the time
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})
