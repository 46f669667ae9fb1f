import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { DateField } from '../../shared/ui/form/DateField';
import { QueryState } from '../../shared/ui/QueryState';
import { LinkedLines } from './LinkedLines';
import type { Ngo } from './ngos';
import { bankAccountsQuery, representativesQuery } from './people';

type Held = { held_from: string; held_to: string };

/** `9999-12-31`: nobody has stated an end. */
const span = ({ held_from, held_to }: Held) => [
  formatDate(held_from),
  held_to.startsWith('9999') ? '—' : formatDate(held_to),
];

/** Who speaks for the organisation and which accounts it has notified, ever or on a day. */
export function People({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  const [day, setDay] = useState<string | null>(null);
  const representatives = useQuery(representativesQuery(ngo.id, day));
  const accounts = useQuery(bankAccountsQuery(ngo.id, day));
  const days = [t('registry_ngos.people.from'), t('registry_ngos.people.to')];
  return (
    <Stack>
      <DateField
        clearable
        maw={260}
        label={t('registry_ngos.people.as_of')}
        value={day}
        onChange={(next) => setDay(next)}
      />
      <QueryState query={representatives}>
        {({ items }) => (
          <LinkedLines
            title={t('registry_ngos.people.representatives')}
            to="/registry/representatives"
            add={{
              label: t('registry_ngos.people.add_representative'),
              to: `/registry/ngos/${ngo.id}/representatives/new`,
              create: 'registry_create_representative',
            }}
            heads={[
              t('registry_representatives.field.person'),
              t('registry_representatives.field.post'),
              ...days,
              t('registry_representatives.field.paper_number'),
            ]}
            lines={items.map((one) => [
              one.id,
              one.person,
              one.title ?? t(`registry_representatives.post.${one.post}`),
              ...span(one),
              one.paper_masked,
            ])}
          />
        )}
      </QueryState>
      <QueryState query={accounts}>
        {({ items }) => (
          <LinkedLines
            title={t('registry_ngos.people.accounts')}
            to="/registry/bank-accounts"
            add={{
              label: t('registry_ngos.people.add_account'),
              to: `/registry/ngos/${ngo.id}/bank-accounts/new`,
              create: 'registry_create_bank_account',
            }}
            heads={[
              t('registry_bank_accounts.field.bank'),
              t('registry_bank_accounts.field.number'),
              ...days,
              t('registry_bank_accounts.field.notified_on'),
            ]}
            lines={items.map((one) => [
              one.id,
              one.bank,
              one.number_masked,
              ...span(one),
              formatDate(one.notified_on),
            ])}
          />
        )}
      </QueryState>
    </Stack>
  );
}
