import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import { Bars } from '../../shared/ui/Bars';
import { DateField } from '../../shared/ui/form/DateField';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { countsQuery, unitsQuery } from './counts';
import { asked, BY, type By, type StatisticsSearch } from './search';

const route = getRouteApi('/shell/registry/statistics');

/** "How many on this day, by what": each NGO once, the rows adding up to the total above them. */
export function NgoCounts() {
  const { t, i18n } = useTranslation();
  const search: StatisticsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: StatisticsSearch) => void navigate({ search: { ...search, ...next }, replace: true });
  const question = asked(search);
  const units = useQuery(unitsQuery).data?.items ?? [];
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const dimension = t(`registry_statistics.by.${question.by}`);
  return (
    <>
      <PageHeader title={t('registry_statistics.title')} />
      <Group mb="md" align="end">
        <DateField
          label={t('registry_statistics.as_of')}
          value={question.as_of}
          onChange={(day) => day && change({ as_of: day })}
          w={170}
        />
        <Select
          label={t('registry_statistics.unit')}
          placeholder={t('registry_statistics.whole_country')}
          data={units.map(({ code, name_vi }) => ({ value: code, label: name_vi }))}
          value={search.unit ?? null}
          onChange={(unit) => change({ unit: unit ?? undefined })}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          w={380}
        />
        <Select
          label={t('registry_statistics.by_what')}
          data={BY.map((value) => ({ value, label: t(`registry_statistics.by.${value}`) }))}
          value={question.by}
          onChange={(by) => change({ by: (by ?? 'region') as By })}
          allowDeselect={false}
          w={200}
        />
      </Group>
      <QueryState query={useQuery(countsQuery(question))}>
        {({ rows, total }) => (
          <Panel
            title={t('registry_statistics.answer', {
              count: total.count,
              number: formatNumber(total.count),
              date: formatDate(question.as_of),
            })}
          >
            <Bars
              label={t('registry_statistics.title')}
              of={dimension}
              unit={t('registry_statistics.organisations')}
              bars={rows.map(({ key, label, count }) => ({
                key: key[question.by] ?? '',
                label: label[language],
                value: count,
                text: formatNumber(count),
              }))}
            />
          </Panel>
        )}
      </QueryState>
    </>
  );
}
