import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import type vi from '../../shared/i18n/vi.json';
import { Amount } from '../../shared/ui/Amount';
import { DateText } from '../../shared/ui/DateText';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { Panel } from '../../shared/ui/Panel';
import { provincesQuery, sectorsQuery } from './choices';
import type { Grant } from './grant';

type Field = keyof Grant & keyof typeof vi.aid_grants.field;

/** What the dossier says, and how far it has come. */
export function Profile({ grant }: { grant: Grant }) {
  const { t, i18n } = useTranslation();
  const sectors = useQuery(sectorsQuery).data?.items ?? [];
  const sectorName = (code: string) => {
    const found = sectors.find((sector) => sector.code === code);
    return (i18n.language === 'en' ? found?.name_en : found?.name_vi) ?? code;
  };
  const shares = grant.sectors
    .map(({ code, percentage }) => `${sectorName(code)} ${formatNumber(percentage)}%`)
    .join('; ');
  // Under the names of the day the dossier speaks of: a province may be gone today.
  const provinces = useQuery(provincesQuery(grant.submitted_on ?? today())).data?.items ?? [];
  const provinceName = (code: string) => provinces.find((one) => one.code === code)?.short_vi ?? code;
  const term = (name: Field) => t(`aid_grants.field.${name}`);
  return (
    <Stack>
      <Panel title={t('aid_grants.about')}>
        <DefinitionList
          items={[
            { term: term('donor_id'), value: grant.donor_name },
            { term: term('recipient_id'), value: grant.recipient_name },
            { term: term('amount'), value: <Amount value={grant.amount} /> },
            { term: term('managing_agency'), value: grant.managing_agency },
            { term: term('starts_on'), value: <DateText value={grant.starts_on} /> },
            { term: term('ends_on'), value: <DateText value={grant.ends_on} /> },
            { term: term('provinces'), value: grant.provinces.map(provinceName).join(', ') || null },
            { term: term('sectors'), value: shares || null },
            { term: term('purpose'), value: grant.purpose, wide: true },
          ]}
        />
      </Panel>
      <Panel title={t('aid_grants.course')}>
        <DefinitionList
          items={[
            { term: term('submitted_on'), value: <DateText value={grant.submitted_on} /> },
            { term: term('appraised_on'), value: <DateText value={grant.appraised_on} /> },
            { term: term('opinion'), value: grant.opinion, wide: true },
            { term: term('decision_number'), value: grant.decision_number },
            { term: term('approved_on'), value: <DateText value={grant.approved_on} /> },
            { term: term('authority'), value: grant.authority },
            // only a dossier that was returned or refused has one
            ...(grant.reason ? [{ term: term('reason'), value: grant.reason, wide: true }] : []),
          ]}
        />
      </Panel>
    </Stack>
  );
}
