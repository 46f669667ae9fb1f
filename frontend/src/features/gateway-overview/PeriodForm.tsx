import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../shared/ui/form/DateField';
import type { OverviewSearch } from './search';

type Props = { value: Required<OverviewSearch>; onChange: (search: OverviewSearch) => void };

/** The day and the period asked about; a complete date is applied at once. */
export function PeriodForm({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" align="end">
      {(['as_of', 'from', 'to'] as const).map((name) => (
        <DateField
          key={name}
          label={t(`overview.${name}`)}
          value={value[name]}
          onChange={(day) => onChange({ ...value, [name]: day ?? undefined })}
          w={150}
        />
      ))}
    </Group>
  );
}
