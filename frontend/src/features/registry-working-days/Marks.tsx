import { Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../shared/api/generated/registry';
import { DateText } from '../../shared/ui/DateText';
import { StatusBadge } from '../../shared/ui/StatusBadge';

type Mark = components['schemas']['MarkOut'];
type Props<M extends Mark> = { marks: readonly M[]; actions?: (mark: M) => ReactNode };

/** Days that are not what their weekday says, each with where that is known from. */
export function Marks<M extends Mark>({ marks, actions }: Props<M>) {
  const { t, i18n } = useTranslation();
  if (marks.length === 0) return <p>{t('registry_working_days.none')}</p>;
  const weekday = (day: string) =>
    new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {(['day', 'kind', 'name', 'source'] as const).map((name) => (
              <Table.Th key={name}>{t(`registry_working_days.field.${name}`)}</Table.Th>
            ))}
            {actions && (
              <Table.Th>
                <VisuallyHidden>{t('registry_working_days.remove')}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {marks.map((mark) => (
            <Table.Tr key={mark.day}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <DateText value={mark.day} /> ({weekday(mark.day)})
              </Table.Td>
              <Table.Td>
                <StatusBadge
                  tone={mark.kind === 'off' ? 'neutral' : 'progress'}
                  label={t(`registry_working_days.kind.${mark.kind}`)}
                />
              </Table.Td>
              <Table.Td>{i18n.language === 'en' ? (mark.name_en ?? mark.name_vi) : mark.name_vi}</Table.Td>
              <Table.Td>
                {mark.source}{' '}
                {!mark.verified && <StatusBadge tone="warning" label={t('registry_procedures.unverified')} />}
              </Table.Td>
              {actions && <Table.Td ta="right">{actions(mark)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
