import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mantineWithoutStyleElements } from '../../build/csp.ts';

/** The shared interface with example data, built like production; for tests and for eyes, never shipped. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: fileURLToPath(new URL('../../public', import.meta.url)),
  plugins: [mantineWithoutStyleElements(), react()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    emptyOutDir: true,
    outDir: fileURLToPath(new URL('../../.e2e/gallery', import.meta.url)),
  },
});
