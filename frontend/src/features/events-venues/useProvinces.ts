import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { today } from '../../shared/format/dates';
import { provincesQuery } from './venues';

/** The provinces of today: to choose from, and from a code to its name. */
export function useProvinces() {
  const items = useQuery(provincesQuery(today())).data?.items;
  return useMemo(() => {
    const names = new Map(items?.map(({ code, short_vi }) => [code, short_vi]));
    return {
      options: [...names].map(([value, label]) => ({ value, label })),
      name: (code: string | null) => (code ? (names.get(code) ?? code) : '—'),
    };
  }, [items]);
}
