import { ActionIcon, Button, Group, Input, Select, Stack, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import { sectorsQuery } from './choices';
import type { Share } from './values';

type Props = { value: readonly Share[]; error?: React.ReactNode; onChange: (shares: Share[]) => void };

/** Fields with their shares; the sum is shown, because a dossier is submitted only at exactly 100. */
export function Shares({ value, error, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const sectors = useQuery(sectorsQuery).data?.items ?? [];
  const change = (index: number, part: Partial<Share>) =>
    onChange(value.map((share, place) => (place === index ? { ...share, ...part } : share)));
  const sum = value.reduce((total, { percentage }) => total + (Number(percentage) || 0), 0);
  const data = sectors.map(({ code, name_vi, name_en }) => ({
    value: code,
    label: i18n.language === 'en' ? name_en : name_vi,
  }));
  return (
    <Input.Wrapper label={t('aid_grants.field.sectors')} error={error} data-wide>
      <Stack gap="xs" mt={4}>
        {value.map((share, index) => (
          <Group key={share.code || index} gap="xs" wrap="nowrap">
            <Select
              aria-label={t('aid_grants.sector')}
              data={data.filter(
                ({ value: code }) => code === share.code || !value.some((one) => one.code === code),
              )}
              value={share.code}
              onChange={(code) => code && change(index, { code })}
              allowDeselect={false}
              searchable
              flex={1}
            />
            <TextInput
              aria-label={t('aid_grants.percentage')}
              value={share.percentage}
              onChange={(event) => change(index, { percentage: event.currentTarget.value.replace(',', '.') })}
              rightSection="%"
              inputMode="decimal"
              w={96}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('aid_grants.remove_sector')}
              onClick={() => onChange(value.filter((_, place) => place !== index))}
            >
              <IconX size={17} />
            </ActionIcon>
          </Group>
        ))}
        <Group justify="space-between">
          <Button
            size="xs"
            variant="default"
            disabled={data.length === value.length}
            onClick={() => {
              const free = data.find(({ value: code }) => !value.some((share) => share.code === code));
              if (free)
                onChange([...value, { code: free.value, percentage: String(Math.max(0, 100 - sum)) }]);
            }}
          >
            {t('aid_grants.add_sector')}
          </Button>
          {value.length > 0 && <span>{t('aid_grants.sum', { sum: formatNumber(sum) })}</span>}
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
