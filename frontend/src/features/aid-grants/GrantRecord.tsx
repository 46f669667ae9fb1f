import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryState } from '../../shared/ui/QueryState';
import { LeftRecord } from '../../shared/ui/record/LeftRecord';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { Documents } from './Documents';
import { GrantActions } from './GrantActions';
import { GrantHistory } from './GrantHistory';
import { grantQuery } from './grant';
import { Profile } from './Profile';
import { TABS, type Tab } from './search';
import { tone } from './words';

const route = getRouteApi('/shell/aid/grants/$grantId');

/** One dossier: where it stands, what this person may do to it now, and all that is known of it. */
export function GrantRecord() {
  const { t } = useTranslation();
  const { grantId } = route.useParams();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (next: string | null) =>
    void navigate({ search: next && next !== 'profile' ? { tab: next as Tab } : {}, replace: true });
  return (
    <QueryState query={useQuery(grantQuery(grantId))}>
      {(grant) => (
        <>
          <PageHeader
            back={<Link to="/aid/grants">{t('aid_grants.title')}</Link>}
            title={grant.title_vi}
            lead={`${grant.code} · ${t(`aid_grants.form.${grant.form}`)}`}
            badge={<StatusBadge tone={tone(grant.status)} label={t(`aid_grants.status.${grant.status}`)} />}
            actions={
              <>
                {grant.allowed_actions?.includes('update') && (
                  <Button
                    variant="default"
                    component={Link}
                    to="/aid/grants/$grantId/edit"
                    params={{ grantId } as never}
                  >
                    {t('aid_grants.edit')}
                  </Button>
                )}
                <GrantActions grant={grant} />
              </>
            }
          />
          <LeftRecord unitId={grant.keeper_id ?? grant.unit_id} />
          <Tabs value={tab ?? 'profile'} onChange={open} keepMounted={false}>
            <Tabs.List mb="md">
              {TABS.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`aid_grants.tab.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="profile">
              <Profile grant={grant} />
            </Tabs.Panel>
            <Tabs.Panel value="documents">
              <Documents grant={grant} />
            </Tabs.Panel>
            <Tabs.Panel value="history">
              <GrantHistory id={grant.id} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </QueryState>
  );
}
