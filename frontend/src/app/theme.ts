/** The look in one place; build/csp.ts turns it into static CSS. */
import { createTheme } from '@mantine/core';

const font = "'Be Vietnam Pro', 'Noto Sans', system-ui, sans-serif";

export const theme = createTheme({
  fontFamily: font,
  headings: {
    fontFamily: font,
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.5rem', lineHeight: '1.3' }, h2: { fontSize: '1.125rem', lineHeight: '1.4' } },
  },
  // Mantine's greys with the indigo of the navigation in them.
  colors: {
    dark: [
      '#d5d9e3',
      '#b6bcca',
      '#9aa2b3',
      '#6c7487',
      '#454c5f',
      '#383e50',
      '#2b3041',
      '#1f2331',
      '#181b27',
      '#11131d',
    ],
  },
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
