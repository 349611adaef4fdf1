import { defineConfig } from '@playwright/test'

/**
 * MINGJIAN_URL: the address of the server to try, with the accounts of `./mingjian demo`; without it the dev server of web/
 * answers from fixtures (build web/ first). CHROMIUM: the browser, /usr/bin/chromium unless told.
 */
const port = 8091
const server = process.env.MINGJIAN_URL

const dev = (at: number, env: Record<string, string>) => ({
  command: 'node ../web/dev/server.mjs',
  env: { PORT: String(at), ...env },
  url: `http://127.0.0.1:${at}/api/v1/health`,
})

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'results/traces',
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: server ?? `http://127.0.0.1:${port}`,
    viewport: { width: 1366, height: 768 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: server === undefined ? [dev(port, {}), dev(port + 1, { EMPTY: '1' })] : [],
})
