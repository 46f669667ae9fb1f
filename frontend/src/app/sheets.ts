/**
 * Styles made at run time, as constructable stylesheets: our content security policy forbids <style> elements.
 * Also stands in for the package react-style-singleton (see build/csp.ts), so it keeps that package's names.
 */
import { useEffect, useInsertionEffect } from 'react';

type Held = { sheet: CSSStyleSheet; users: number };
const held = new Map<string, Held>();

/** Adopts `css` and returns how to let go of it; equal texts share one sheet. */
export function adopt(css: string): () => void {
  const entry = held.get(css) ?? { sheet: new CSSStyleSheet(), users: 0 };
  if (entry.users === 0) {
    entry.sheet.replaceSync(css);
    held.set(css, entry);
    document.adoptedStyleSheets.push(entry.sheet);
  }
  entry.users += 1;
  return () => {
    entry.users -= 1;
    if (entry.users > 0) return;
    held.delete(css);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
  };
}

export function useSheet(css: string): void {
  useInsertionEffect(() => adopt(css), [css]);
}

export function styleSingleton() {
  return function Sheet({ styles }: { styles: string; dynamic?: boolean }) {
    useEffect(() => adopt(styles), [styles]);
    return null;
  };
}
