import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { mantineWithoutStyleElements } from './build/csp.ts';

export default defineConfig({
  plugins: [mantineWithoutStyleElements(), react()],
  server: { proxy: { '/api': process.env.GATEWAY_URL ?? 'http://127.0.0.1:8000' } },
  // assetsInlineLimit 0: `default-src 'self'` refuses data: addresses.
  build: { target: 'es2022', manifest: true, sourcemap: false, assetsInlineLimit: 0 },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    setupFiles: ['src/test-setup.ts'],
  },
});
