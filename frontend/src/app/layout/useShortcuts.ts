import { useHotkeys } from '@mantine/hooks';

type Keys = { onPalette: () => void; onHelp: () => void };

/** Keys that work on every screen; typing in a field is left alone, except for Ctrl-K. */
export function useShortcuts({ onPalette, onHelp }: Keys): void {
  const focusSearch = () => {
    const field = document.querySelector<HTMLInputElement>('[data-list-search]');
    field ? field.focus() : onPalette();
  };
  useHotkeys([['mod+K', onPalette]], []);
  useHotkeys([
    ['/', focusSearch],
    ['shift+?', onHelp],
  ]);
}
