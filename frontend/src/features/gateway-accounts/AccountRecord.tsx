import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../shared/format/dates';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { AccountActions } from './AccountActions';
import { AccountSessions } from './AccountSessions';
import { type Account, accountQuery, type Link as OneTimeLink, type Role } from './accounts';
import { LinkAlert } from './LinkAlert';
import { StateBadge } from './StateBadge';

const route = getRouteApi('/shell/gateway/accounts/$accountId');

/** One person: who they are here, what they may do, and how they come in. */
export function AccountRecord() {
  const { accountId } = route.useParams();
  return (
    <QueryState query={useQuery(accountQuery(accountId))}>
      {(account) => <Shown account={account} key={account.id} />}
    </QueryState>
  );
}

function Shown({ account }: { account: Account }) {
  const { t } = useTranslation();
  const [link, setLink] = useState<OneTimeLink | null>(null);
  return (
    <>
      <PageHeader
        back={
          <Link to="/gateway/accounts" activeOptions={{ exact: true }}>
            {t('accounts.title')}
          </Link>
        }
        title={account.name}
        lead={account.username}
        badge={<StateBadge account={account} />}
        actions={<AccountActions account={account} onLink={setLink} />}
      />
      <Stack>
        {link && <LinkAlert link={link} />}
        <Panel title={t('accounts.about')}>
          <DefinitionList
            items={[
              { term: t('accounts.unit'), value: account.unit_code },
              { term: t('accounts.scope'), value: account.national ? t('session.national') : null },
              { term: t('accounts.created'), value: formatDateTime(account.created_at) },
              {
                term: t('accounts.disabled'),
                value: account.disabled_at && formatDateTime(account.disabled_at),
              },
              ...account.roles.map((role) => ({
                term: t(`role.${role}`),
                value: <Period {...{ account, role }} />,
              })),
            ]}
          />
        </Panel>
        <AccountSessions id={account.id} />
      </Stack>
    </>
  );
}

function Period({ account, role }: { account: Account; role: Role }) {
  const { t } = useTranslation();
  const period = account.role_periods.find((one) => one.role === role);
  if (!period?.starts_on && !period?.ends_on) return t('accounts.always');
  const [from, to] = [period.starts_on, period.ends_on].map((day) => (day ? formatDate(day) : '…'));
  return (
    <span className="tabular">
      {from} – {to}
    </span>
  );
}
