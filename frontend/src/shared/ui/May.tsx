import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ROLES } from '../api/generated/roles';
import { sessionQuery } from '../api/session';

export type Operation = keyof typeof ROLES;

/** Tells of any operation whether the person's roles allow it at all; which records, the service decides. */
export function useMayAny(): (operation: Operation) => boolean {
  const mine = useQuery(sessionQuery).data?.person.roles ?? [];
  return (operation) => {
    const allowed: readonly string[] = ROLES[operation];
    return mine.some((role) => allowed.includes(role));
  };
}

export function useMay(operation: Operation): boolean {
  return useMayAny()(operation);
}

/** Shows a way in only to those who may go it. */
export function May({ do: operation, children }: { do: Operation; children: ReactNode }) {
  return useMay(operation) ? children : null;
}
