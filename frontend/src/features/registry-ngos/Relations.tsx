import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate, formatImprecise } from '../../shared/format/dates';
import { useNames } from '../../shared/ui/kept/useNames';
import { QueryState } from '../../shared/ui/QueryState';
import { LinkedLines } from './LinkedLines';
import type { Ngo } from './ngos';
import { recognitionsOfQuery, referralsOfQuery } from './relations';

/** How the organisation was honoured, and the unions it was introduced to. */
export function Relations({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  const { units } = useNames();
  const called = (id: string) => units.find(({ value }) => value === id)?.label ?? id;
  const recognitions = useQuery(recognitionsOfQuery(ngo.id));
  const referrals = useQuery(referralsOfQuery(ngo.id));
  return (
    <Stack>
      <QueryState query={recognitions}>
        {({ items }) => (
          <LinkedLines
            title={t('registry_recognitions.title')}
            to="/registry/recognitions"
            heads={[
              t('registry_recognitions.field.title'),
              t('registry_recognitions.field.giver'),
              t('registry_recognitions.field.achievement'),
              t('registry_recognitions.field.decided'),
              t('registry_recognitions.filter.status'),
            ]}
            lines={items.map((one) => [
              one.id,
              one.title,
              one.giver,
              one.achievement,
              formatImprecise(one.decided),
              t(`registry_recognitions.status.${one.status}`),
            ])}
          />
        )}
      </QueryState>
      <QueryState query={referrals}>
        {({ items }) => (
          <LinkedLines
            title={t('registry_referrals.title')}
            to="/registry/referrals"
            heads={[
              t('registry_referrals.field.to_unit_id'),
              t('registry_ngos.introduced_by'),
              t('registry_referrals.field.introduced_on'),
              t('registry_referrals.filter.status'),
              t('registry_referrals.step.outcome'),
            ]}
            lines={items.map((one) => [
              one.id,
              called(one.to_unit_id),
              called(one.unit_id),
              formatDate(one.introduced_on),
              t(`registry_referrals.status.${one.status}`),
              one.outcome && t(`registry_referrals.outcome.${one.outcome}`),
            ])}
          />
        )}
      </QueryState>
    </Stack>
  );
}
