import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { Panel } from '../../shared/ui/Panel';
import { Conformity } from './Conformity';
import type { Ngo } from './ngos';
import { countriesQuery, named, sectorsQuery } from './places';

export function Profile({ ngo }: { ngo: Ngo }) {
  const { t, i18n } = useTranslation();
  const country = named(useQuery(countriesQuery).data, i18n.language);
  const sector = named(useQuery(sectorsQuery).data, i18n.language);
  return (
    <Stack>
      <Conformity ngo={ngo} />
      <Panel title={t('registry_ngos.about')}>
        <DefinitionList
          items={[
            { term: t('registry_ngos.field.public_id'), value: ngo.public_id },
            { term: t('registry_ngos.field.short_name'), value: ngo.short_name },
            { term: t('registry_ngos.field.home_country'), value: country(ngo.home_country) },
            { term: t('registry_ngos.field.founded_year'), value: ngo.founded_year?.toString() },
            { term: t('registry_ngos.field.website'), value: ngo.website },
            { term: t('registry_ngos.field.sectors'), value: ngo.sectors.map(sector).join(', ') || null },
            { term: t('registry_ngos.field.note'), value: ngo.note, wide: true },
          ]}
        />
      </Panel>
    </Stack>
  );
}
