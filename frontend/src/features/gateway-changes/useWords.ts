import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, Resource } from './words';

/** What the log's own words are called; one that has no sentence yet is shown as it is. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return useMemo(
    () => ({
      action: (code: string) =>
        i18n.exists(`changes.action.${code}`) ? t(`changes.action.${code as Action}`) : code,
      resource: (code: string) =>
        i18n.exists(`changes.resource.${code}`) ? t(`changes.resource.${code as Resource}`) : code,
    }),
    [t, i18n],
  );
}
