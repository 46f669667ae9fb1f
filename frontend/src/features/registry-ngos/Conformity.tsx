import { Alert, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { conformityQuery, type Ngo } from './ngos';
import { named, sectorsQuery } from './places';

/** What of the record does not agree with the decree today, each with its article. */
export function Conformity({ ngo }: { ngo: Ngo }) {
  const { t, i18n } = useTranslation();
  const sector = named(useQuery(sectorsQuery).data, i18n.language);
  const items = useQuery(conformityQuery(ngo.id)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title={t('registry_ngos.conformity.title')}>
      <List size="sm" spacing={8}>
        {items.map((one) => (
          <List.Item key={one.code + one.about.join()}>
            {t(`registry_ngos.conformity.${one.code as 'office_place'}`, {
              about: one.about.map(sector).join(', '),
            })}
            <Text size="xs">
              {[one.basis, i18n.language === 'en' ? one.name_en : one.name_vi, one.note_on_rule]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <StatusBadge
              tone={one.verified ? 'neutral' : 'warning'}
              label={t(`registry_units.confidence.${one.confidence as 'QUOTED'}`)}
            />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
