import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { Timeline } from '../../shared/ui/record/Timeline';
import { ngoHistoryQuery } from './ngos';
import { countriesQuery, named, sectorsQuery } from './places';

const TEXTS = [
  'public_id',
  'name_vi',
  'name_en',
  'short_name',
  'website',
  'founded_year',
  'note',
  'merged_into',
  'duplicate_of',
] as const;
type Done = keyof typeof vi.registry_ngos.done;

export function NgoHistory({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const country = named(useQuery(countriesQuery).data, i18n.language);
  const sector = named(useQuery(sectorsQuery).data, i18n.language);
  const labels = {
    ...Object.fromEntries(TEXTS.map((name) => [name, { label: t(`registry_ngos.field.${name}`) }])),
    home_country: {
      label: t('registry_ngos.field.home_country'),
      show: (value: unknown) => country(value as string),
    },
    names: {
      label: t('registry_ngos.entry.names'),
      show: (value: unknown) => (value as { text: string }[]).map(({ text }) => text).join('; ') || '—',
    },
    identifiers: {
      label: t('registry_ngos.entry.identifiers'),
      show: (value: unknown) => (value as { value: string }[]).map((one) => one.value).join('; ') || '—',
    },
    sectors: {
      label: t('registry_ngos.field.sectors'),
      show: (value: unknown) => (value as string[]).map(sector).join(', '),
    },
  };
  return (
    <Panel title={t('registry_ngos.tab.history')}>
      <QueryState query={useQuery(ngoHistoryQuery(id))}>
        {({ items }) => (
          <Timeline
            entries={items}
            labels={labels}
            actionText={(action) => t(`registry_ngos.done.${action as Done}`)}
          />
        )}
      </QueryState>
    </Panel>
  );
}
