import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryState } from '../../shared/ui/QueryState';
import { LeftRecord } from '../../shared/ui/record/LeftRecord';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { Checklist } from './Checklist';
import { Course } from './Course';
import { Documents } from './Documents';
import { ProcedureActions } from './ProcedureActions';
import { ProcedureHistory } from './ProcedureHistory';
import { certificateQuery, ngoQuery, type Procedure, procedureQuery } from './procedure';
import { TABS, type Tab } from './search';
import { STATUS_TONE } from './words';

const route = getRouteApi('/shell/registry/procedures/$procedureId');

/** One procedure: how far it is, what is due when, and what may be recorded next. */
export function ProcedureRecord() {
  const { t } = useTranslation();
  const { procedureId } = route.useParams();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (next: string | null) =>
    void navigate({ search: next && next !== 'course' ? { tab: next as Tab } : {}, replace: true });
  return (
    <QueryState query={useQuery(procedureQuery(procedureId))}>
      {(procedure) => (
        <>
          <PageHeader
            back={<Link to="/registry/procedures">{t('registry_procedures.title')}</Link>}
            title={t(`registry_procedures.kind.${procedure.kind}`)}
            lead={<Lead procedure={procedure} />}
            badge={
              <StatusBadge
                tone={STATUS_TONE[procedure.status]}
                label={t(`registry_procedures.status.${procedure.status}`)}
              />
            }
            actions={<ProcedureActions procedure={procedure} />}
          />
          <LeftRecord unitId={procedure.unit_id} />
          <Tabs value={tab ?? 'course'} onChange={open} keepMounted={false}>
            <Tabs.List mb="md">
              {TABS.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`registry_procedures.tab.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="course">
              <Course procedure={procedure} />
            </Tabs.Panel>
            <Tabs.Panel value="checklist">
              <Checklist procedure={procedure} />
            </Tabs.Panel>
            <Tabs.Panel value="documents">
              <Documents procedure={procedure} />
            </Tabs.Panel>
            <Tabs.Panel value="history">
              <ProcedureHistory id={procedure.id} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </QueryState>
  );
}

function Lead({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation();
  const ngo = useQuery(ngoQuery(procedure.ngo_id)).data;
  const certificate = useQuery({
    ...certificateQuery(procedure.certificate_id ?? ''),
    enabled: procedure.certificate_id !== null,
  }).data;
  return (
    <>
      {ngo && (
        <Link to="/registry/ngos/$ngoId" params={{ ngoId: ngo.id }}>
          {ngo.name_vi}
        </Link>
      )}
      {' · '}
      {t(`registry_certificates.kind.${procedure.certificate_kind}`)}
      {certificate && ` · ${certificate.number}`}
    </>
  );
}
