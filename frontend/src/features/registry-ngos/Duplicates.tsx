import { Group, Table, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ngoQuery } from '../../shared/ui/kept/ngo';
import { useNgoLabels } from '../../shared/ui/kept/useNgoLabels';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import classes from './Duplicates.module.css';
import { type Candidate, duplicatesQuery, markNgo, mergeNgo } from './duplicates';
import { type Ngo, ngoCertificatesQuery } from './ngos';
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

type Beside = { ngo: Ngo; candidate: Candidate };

const FIELDS = [
  'public_id',
  'name_vi',
  'name_en',
  'short_name',
  'home_country',
  'founded_year',
  'sectors',
  'website',
  'names',
  'identifiers',
] as const;

/** Each field of the two records as words; the certificates are told by their numbers. */
function useSides({ ngo, candidate }: Beside): [label: string, mine: string, theirs: string][] {
  const { t } = useTranslation();
  const labels = useNgoLabels();
  const other = useQuery(ngoQuery(candidate.id)).data;
  const papers = [useQuery(ngoCertificatesQuery(ngo.id)), useQuery(ngoCertificatesQuery(candidate.id))];
  const said = (record: object | undefined, name: (typeof FIELDS)[number]) => {
    const value = (record as Record<string, unknown> | undefined)?.[name];
    if (value === null || value === undefined || value === '') return '—';
    return labels[name]?.show?.(value) ?? String(value);
  };
  const [mine = '—', theirs = '—'] = papers.map(
    ({ data }) => data?.items.map(({ number }) => number).join('; ') || '—',
  );
  return [
    ...FIELDS.map((name): [string, string, string] => [
      labels[name]?.label ?? name,
      said(ngo, name),
      said(other ?? candidate, name),
    ]),
    [t('registry_ngos.tab.certificates'), mine, theirs],
  ];
}

function Beside({ ngo, candidate }: Beside) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const rows = useSides({ ngo, candidate });
  const isMarked = ngo.duplicate_of === candidate.id;
  const renew = () => client.invalidateQueries({ queryKey: ['registry'] });
  const merge = {
    name: 'merge',
    label: t('registry_ngos.duplicates.merge'),
    consequence: t('registry_ngos.duplicates.consequence', { name: candidate.name_vi }),
    tone: 'grave',
    reason: true,
    run: async (reason: string) => {
      await mergeNgo(ngo, candidate.id, reason);
      await renew();
    },
  } as const;
  const mark = {
    name: 'update',
    label: t(isMarked ? 'registry_ngos.duplicates.unmark' : 'registry_ngos.duplicates.mark'),
    consequence: t(
      isMarked ? 'registry_ngos.duplicates.unmark_consequence' : 'registry_ngos.duplicates.mark_consequence',
    ),
    run: async () => {
      await markNgo(ngo, isMarked ? null : candidate.id);
      await renew();
    },
  } as const;
  return (
    <>
      <Group gap="xs" mt="md" mb="xs">
        <Text size="sm">
          <Reasons candidate={candidate} />
        </Text>
        {isMarked && <StatusBadge tone="warning" label={t('registry_ngos.filter.marked')} />}
      </Group>
      {/* no least width: on a phone too the two stand side by side */}
      <Table layout="fixed" withTableBorder aria-label={candidate.name_vi} className={classes.beside}>
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
              <Table.Td>{mine}</Table.Td>
              <Table.Td fw={mine === theirs ? undefined : 600}>{theirs}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group mt="xs" className="no-print">
        <ActionButtons actions={[mark, merge]} allowed={ngo.allowed_actions ?? []} />
      </Group>
    </>
  );
}
