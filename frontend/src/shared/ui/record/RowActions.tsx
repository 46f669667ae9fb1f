import { Group } from '@mantine/core';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ActionButtons, type RecordAction } from './ActionButtons';

type Props = {
  allowed: readonly string[] | undefined;
  actions: RecordAction[];
  /** Reads the list again after one of them. */
  refresh: (client: QueryClient) => Promise<unknown>;
  children?: ReactNode;
};

/** What the server lets this person do about one row of a list. */
export function RowActions({ allowed = [], actions, refresh, children }: Props) {
  const client = useQueryClient();
  if (allowed.length === 0) return '—';
  const refreshing = actions.map(({ run, ...action }) => ({
    ...action,
    run: async (text: string) => {
      await run(text);
      await refresh(client);
    },
  }));
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionButtons allowed={allowed} actions={refreshing} />
      {children}
    </Group>
  );
}
