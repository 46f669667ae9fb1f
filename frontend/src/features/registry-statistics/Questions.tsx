import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../shared/ui/form/DateField';
import { unitsQuery } from './counts';
import { BOUNDARIES, BY, type Question, type StatisticsSearch, WHATS } from './search';

type Props = { question: Question; onChange: (next: StatisticsSearch) => void };

/** What is counted, on which day, of which union, by what, and within which boundaries. */
export function Questions({ question, onChange }: Props) {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery).data?.items ?? [];
  const { what } = question;
  return (
    <Group mb="md" align="end">
      <Select
        label={t('registry_statistics.what')}
        data={WHATS.map((value) => ({ value, label: t(`registry_statistics.whats.${value}`) }))}
        value={what}
        onChange={(next) =>
          onChange({ what: WHATS.find((name) => name === next) ?? 'ngos', by: undefined } as StatisticsSearch)
        }
        allowDeselect={false}
        w={220}
      />
      <DateField
        label={t('registry_statistics.as_of')}
        value={question.as_of}
        onChange={(day) => day && onChange({ as_of: day })}
        w={170}
      />
      {what !== 'units' && (
        <Select
          label={t('registry_statistics.unit')}
          placeholder={t('registry_statistics.whole_country')}
          data={units.map(({ code, name_vi }) => ({ value: code, label: name_vi }))}
          value={question.unit ?? null}
          onChange={(unit) => onChange({ unit: unit ?? undefined } as StatisticsSearch)}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          w={340}
        />
      )}
      <Select
        label={t('registry_statistics.by_what')}
        data={BY[what].map((value) => ({ value, label: t(`registry_statistics.by.${value}`) }))}
        value={question.by}
        onChange={(by) => onChange({ by: by ?? BY[what][0] })}
        allowDeselect={false}
        w={200}
      />
      {what === 'ngos' && (
        <Select
          label={t('registry_statistics.boundaries')}
          data={BOUNDARIES.map((value) => ({ value, label: t(`registry_statistics.bounds.${value}`) }))}
          value={question.boundaries ?? 'then'}
          onChange={(next) =>
            onChange({ boundaries: next === 'now' ? 'now' : undefined } as StatisticsSearch)
          }
          allowDeselect={false}
          w={220}
        />
      )}
    </Group>
  );
}
