import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { setLanguage, startLanguage } from './shared/i18n/setup';

// What Mantine asks the browser for and jsdom does not have.
window.matchMedia ??= (query) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
  }) as unknown as MediaQueryList;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

beforeAll(startLanguage);
afterEach(async () => {
  cleanup();
  await setLanguage('vi');
});
