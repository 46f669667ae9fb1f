import { Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ngoQuery } from '../../shared/ui/kept/ngo';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { type Candidate, duplicatesQuery, mergeNgo } from './duplicates';
import type { Ngo } from './ngos';
import { countriesQuery, named } from './places';
import { Reasons } from './Reasons';

/** Records that may be of the same organisation, each beside this one, with the choice to merge. */
export function Duplicates({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('registry_ngos.tab.duplicates')}>
      <QueryState query={useQuery(duplicatesQuery(ngo.id))}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('registry_ngos.duplicates.none')}</Text>
          ) : (
            items.map((one) => <Beside key={one.id} ngo={ngo} candidate={one} />)
          )
        }
      </QueryState>
    </Panel>
  );
}

function Beside({ ngo, candidate }: { ngo: Ngo; candidate: Candidate }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const country = named(useQuery(countriesQuery).data, i18n.language);
  const other = useQuery(ngoQuery(candidate.id)).data;
  const rows: [string, string | null, string | null | undefined][] = [
    [t('registry_ngos.field.public_id'), ngo.public_id, candidate.public_id],
    [t('registry_ngos.field.name_vi'), ngo.name_vi, candidate.name_vi],
    [t('registry_ngos.field.name_en'), ngo.name_en, other?.name_en],
    [t('registry_ngos.field.short_name'), ngo.short_name, other?.short_name],
    [t('registry_ngos.field.home_country'), country(ngo.home_country), country(candidate.home_country)],
    [t('registry_ngos.field.website'), ngo.website, other?.website],
  ];
  const merge = {
    name: 'merge',
    label: t('registry_ngos.duplicates.merge'),
    consequence: t('registry_ngos.duplicates.consequence', { name: candidate.name_vi }),
    tone: 'grave',
    reason: true,
    run: async (reason: string) => {
      await mergeNgo(ngo, candidate.id, reason);
      await client.invalidateQueries({ queryKey: ['registry'] });
    },
  } as const;
  return (
    <>
      <Text size="sm" mt="md" mb="xs">
        <Reasons candidate={candidate} />
      </Text>
      <Table.ScrollContainer minWidth={560}>
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('registry_ngos.duplicates.field')}</Table.Th>
              <Table.Th>{t('registry_ngos.duplicates.this')}</Table.Th>
              <Table.Th>
                <Link to="/registry/ngos/$ngoId" params={{ ngoId: candidate.id }}>
                  {t('registry_ngos.duplicates.other')}
                </Link>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([label, mine, theirs]) => (
              <Table.Tr key={label}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td>{mine || '—'}</Table.Td>
                <Table.Td fw={mine === theirs ? undefined : 600}>{theirs || '—'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <ActionButtons actions={[merge]} allowed={ngo.allowed_actions ?? []} />
    </>
  );
}
