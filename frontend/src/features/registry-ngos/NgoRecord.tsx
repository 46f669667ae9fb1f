import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ngoQuery } from '../../shared/ui/kept/ngo';
import { May } from '../../shared/ui/May';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryState } from '../../shared/ui/QueryState';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { Aid } from './Aid';
import { Certificates } from './Certificates';
import { ContactLog } from './ContactLog';
import { Duplicates } from './Duplicates';
import { Entries } from './Entries';
import { Events } from './Events';
import { Merged } from './Merged';
import { NgoHistory } from './NgoHistory';
import { People } from './People';
import { Profile } from './Profile';
import { Proposals } from './Proposals';
import { Relations } from './Relations';
import { TABS, type Tab } from './search';

const route = getRouteApi('/shell/registry/ngos/$ngoId');

/** One foreign NGO: what is known of it, its certificates, and who wrote it down. */
export function NgoRecord() {
  const { t } = useTranslation();
  const { ngoId } = route.useParams();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (next: string | null) =>
    void navigate({ search: next && next !== 'profile' ? { tab: next as Tab } : {}, replace: true });
  return (
    <QueryState query={useQuery(ngoQuery(ngoId))}>
      {(ngo) => (
        <>
          <PageHeader
            back={
              <Link to="/registry/ngos" activeOptions={{ exact: true }}>
                {t('registry_ngos.title')}
              </Link>
            }
            title={ngo.name_vi}
            lead={[ngo.public_id, ngo.name_en].filter(Boolean).join(' · ')}
            badge={ngo.demo && <StatusBadge tone="neutral" label={t('registry_ngos.demo')} />}
            actions={
              ngo.allowed_actions?.includes('update') ? (
                <Button component={Link} to="/registry/ngos/$ngoId/edit" params={{ ngoId } as never}>
                  {t('registry_ngos.edit')}
                </Button>
              ) : (
                !ngo.merged_into && (
                  <May do="registry_create_proposal">
                    <Button
                      variant="default"
                      component={Link}
                      to="/registry/ngos/$ngoId/propose"
                      params={{ ngoId } as never}
                    >
                      {t('registry_ngos.propose')}
                    </Button>
                  </May>
                )
              )
            }
          />
          {ngo.merged_into && <Merged ngo={ngo} into={ngo.merged_into} />}
          <Tabs value={tab ?? 'profile'} onChange={open} keepMounted={false}>
            <Tabs.List mb="md">
              {TABS.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`registry_ngos.tab.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="profile">
              <Profile ngo={ngo} />
            </Tabs.Panel>
            <Tabs.Panel value="entries">
              <Entries ngo={ngo} />
            </Tabs.Panel>
            <Tabs.Panel value="people">
              <People ngo={ngo} />
            </Tabs.Panel>
            <Tabs.Panel value="contacts">
              <ContactLog ngo={ngo} />
            </Tabs.Panel>
            <Tabs.Panel value="duplicates">
              <Duplicates ngo={ngo} />
            </Tabs.Panel>
            <Tabs.Panel value="certificates">
              <Certificates ngo={ngo} />
            </Tabs.Panel>
            <Tabs.Panel value="aid">
              <Aid ngo={ngo} />
            </Tabs.Panel>
            <Tabs.Panel value="events">
              <Events ngo={ngo} />
            </Tabs.Panel>
            <Tabs.Panel value="relations">
              <Relations ngo={ngo} />
            </Tabs.Panel>
            <Tabs.Panel value="proposals">
              <Proposals ngo={ngo} />
            </Tabs.Panel>
            <Tabs.Panel value="history">
              <NgoHistory id={ngo.id} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </QueryState>
  );
}
