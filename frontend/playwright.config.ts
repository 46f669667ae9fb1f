import { defineConfig } from '@playwright/test';
import { APP, GALLERY } from './e2e/ports.ts';

/** The browser is Debian's, without anything that calls out. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pings',
  // A name is nobody's: what it would look up of its own is not asked (`make residency` counts it).
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  // A machine that stands still for a second lets a connection time out: told as "flaky", not hidden.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  // Generous, because the machine may be building something else meanwhile.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: APP,
    actionTimeout: 30_000,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS },
  },
  webServer: {
    command: 'npm run build && vite build --config e2e/gallery/vite.config.ts && node e2e/server.mjs',
    url: GALLERY,
    timeout: 120_000,
  },
});
