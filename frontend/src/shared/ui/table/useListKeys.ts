import { useHotkeys } from '@mantine/hooks';
import type { RefObject } from 'react';
import type { Rows } from './useGrid';

/** `j` and `k` walk the rows by focus, so Enter opens the row's own link and a screen reader follows. */
export function useListKeys(box: RefObject<HTMLDivElement | null>, virtual: Rows, count: number): void {
  const walk = (step: number) => {
    const here = document.activeElement?.closest<HTMLElement>('tr[data-index]')?.dataset.index;
    const target = Math.min(Math.max(here === undefined ? 0 : Number(here) + step, 0), count - 1);
    if (target < 0) return;
    virtual.scrollToIndex(target);
    // The row may only be drawn after the scroll.
    requestAnimationFrame(() => {
      const row = box.current?.querySelector<HTMLElement>(`tr[data-index="${target}"]`);
      (row?.querySelector<HTMLElement>('a[href]') ?? row)?.focus({ preventScroll: true });
    });
  };
  useHotkeys([
    ['j', () => walk(1)],
    ['k', () => walk(-1)],
  ]);
}
