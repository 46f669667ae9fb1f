/**
 * Lets Mantine run under `style-src 'self'`: what it would put in <style> elements at run time is written to the
 * stylesheet at build time (theme variables, breakpoint classes) or goes through constructable stylesheets, which the
 * policy allows (responsive style props, the scroll lock of modals).
 */
import { fileURLToPath } from 'node:url';
import { MantineProvider } from '@mantine/core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Plugin } from 'vite';
import { theme } from '../src/app/theme.ts';

const THEME = 'virtual:theme.css';
const SHEETS = fileURLToPath(new URL('../src/app/sheets.ts', import.meta.url));
const STYLE_SINGLETON = 'react-style-singleton';
const INLINE_STYLES = /@mantine\/core\/esm\/core\/InlineStyles\/InlineStyles\.mjs$/;

/** The text Mantine would inject for our theme, taken from Mantine itself. */
export function themeCss(): string {
  const html = renderToStaticMarkup(createElement(MantineProvider, { theme }));
  return [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((match) => match[1]).join('\n');
}

export function mantineWithoutStyleElements(): Plugin {
  let swapped = false;
  let building = false;
  return {
    name: 'mantine-without-style-elements',
    enforce: 'pre',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId(source) {
      if (source === THEME) return `\0${THEME}`;
      if (building && source === STYLE_SINGLETON) return SHEETS;
      return null;
    },
    load(id) {
      return id === `\0${THEME}` ? themeCss() : null;
    },
    transform(_code, id) {
      if (!building || !INLINE_STYLES.test(id)) return null;
      swapped = true;
      return `import { stylesToString } from "./styles-to-string/styles-to-string.mjs";
import { useSheet } from ${JSON.stringify(SHEETS)};
export function InlineStyles({ deduplicate, ...props }) { useSheet(stylesToString(props)); return null; }`;
    },
    // An upgrade that moves the module must not silently bring <style> elements back.
    buildEnd(error) {
      if (building && !error && !swapped) this.error('Mantine moved InlineStyles: mend build/csp.ts');
    },
  };
}
