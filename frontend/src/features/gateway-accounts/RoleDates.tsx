import { Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account, Role } from './accounts';

type Period = Account['role_periods'][number];
type Props = { role: Role; periods: readonly Period[]; onChange: (next: Period[]) => void };

/** The first and the last day of one role; an empty field is an open end. */
export function RoleDates({ role, periods, onChange }: Props) {
  const { t } = useTranslation();
  const held = periods.find((one) => one.role === role) ?? { role, starts_on: null, ends_on: null };
  const set = (end: 'starts_on' | 'ends_on', day: string) =>
    onChange([...periods.filter((one) => one.role !== role), { ...held, [end]: day || null }]);
  return (
    <Group gap="xs">
      {(['starts_on', 'ends_on'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          size="xs"
          aria-label={t(`accounts.${end}`, { role: t(`role.${role}`) })}
          value={held[end] ?? ''}
          onChange={(event) => set(end, event.currentTarget.value)}
        />
      ))}
    </Group>
  );
}
