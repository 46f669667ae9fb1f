import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { body, registry } from '../../shared/api/client';

const ALL = { params: { query: { limit: 200 } } } as const;

/** NGOs and needs to choose from. */
export function useChoices() {
  const ngos = useQuery({
    queryKey: ['registry', 'ngos', 'names'],
    queryFn: ({ signal }) => body(registry.GET('/v1/ngos', { ...ALL, signal })),
  }).data;
  const needs = useQuery({
    queryKey: ['registry', 'needs', 'names'],
    queryFn: ({ signal }) => body(registry.GET('/v1/needs', { ...ALL, signal })),
  }).data;
  return useMemo(
    () => ({
      ngos: (ngos?.items ?? []).map(({ id, name_vi }) => ({ value: id, label: name_vi })),
      needs: (needs?.items ?? []).map(({ id, title_vi }) => ({ value: id, label: title_vi })),
    }),
    [ngos, needs],
  );
}
