import { useEffect } from 'react';

/** The tab names the screen, so that ten open records can be told apart. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Nhịp Cầu`;
  }, [title]);
}
