import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ROLES } from '../api/generated/roles';
import { sessionQuery } from '../api/session';

type Operation = keyof typeof ROLES;

/** Whether the person's roles allow this operation at all; which records, the service decides. */
export function useMay(operation: Operation): boolean {
  const mine = useQuery(sessionQuery).data?.person.roles ?? [];
  const allowed: readonly string[] = ROLES[operation];
  return mine.some((role) => allowed.includes(role));
}

/** Shows a way in only to those who may go it. */
export function May({ do: operation, children }: { do: Operation; children: ReactNode }) {
  return useMay(operation) ? children : null;
}
