import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { May } from '../../shared/ui/May';
import { onDemand } from '../../shared/ui/onDemand';
import type { Filter } from '../../shared/ui/table/filter';
import { ListScreen } from '../../shared/ui/table/ListScreen';
import { useList } from '../../shared/ui/table/useList';
import type { SubjectRequestSearch } from './search';
import { KINDS, STATUSES, subjectRequestsQuery } from './subjectRequests';
import { useSubjectRequestColumns } from './useSubjectRequestColumns';

const EnterDialog = onDemand(() => import('./EnterDialog').then((m) => m.EnterDialog));
const route = getRouteApi('/shell/gateway/subject-requests');

/** Requests of people about their own data, the one due next first. */
export function SubjectRequestList() {
  const { t } = useTranslation();
  const search: SubjectRequestSearch = route.useSearch();
  const navigate = route.useNavigate();
  const [isEntering, setIsEntering] = useState(false);
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...next }, replace: true });
  const list = useList(useInfiniteQuery(subjectRequestsQuery(search)));
  const columns = useSubjectRequestColumns();
  const filters = useMemo<Filter[]>(
    () => [
      {
        key: 'kind',
        label: t('subject_requests.kind_label'),
        kind: 'choice',
        options: KINDS.map((value) => ({ value, label: t(`subject_requests.kind.${value}`) })),
      },
      {
        key: 'status',
        label: t('accounts.state'),
        kind: 'choice',
        options: STATUSES.map((value) => ({ value, label: t(`subject_requests.status.${value}`) })),
      },
      {
        key: 'overdue',
        label: t('subject_requests.due'),
        kind: 'choice',
        options: [{ value: 'true', label: t('subject_requests.overdue') }],
      },
    ],
    [t],
  );
  return (
    <ListScreen
      name="gateway-subject-requests"
      text={{
        title: t('subject_requests.title'),
        lead: t('subject_requests.lead'),
        search: t('subject_requests.search'),
        empty: t('subject_requests.empty'),
        empty_hint: t('subject_requests.empty_hint'),
      }}
      columns={columns}
      list={list}
      search={search}
      onChange={change}
      filters={filters}
      order="due_on"
      actions={
        <May do="gateway_create_subject_request">
          <Button onClick={() => setIsEntering(true)}>{t('subject_requests.enter')}</Button>
        </May>
      }
    >
      {isEntering && <EnterDialog onClose={() => setIsEntering(false)} />}
    </ListScreen>
  );
}
