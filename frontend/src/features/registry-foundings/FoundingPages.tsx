import { getRouteApi } from '@tanstack/react-router';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { FoundingParts, FoundingSteps } from './FoundingParts';
import { useFoundingSheet } from './useFoundingSheet';

const list = getRouteApi('/shell/registry/foundings');
const one = getRouteApi('/shell/registry/foundings/$foundingId');
const editing = getRouteApi('/shell/registry/foundings/$foundingId/edit');

export function FoundingList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useFoundingSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function FoundingRecord() {
  const sheet = useFoundingSheet();
  return (
    <KeptRecord
      sheet={sheet}
      id={one.useParams().foundingId}
      actions={(record) => <FoundingSteps record={record} />}
    >
      {(record) => <FoundingParts record={record} />}
    </KeptRecord>
  );
}

export function NewFounding() {
  return <KeptForm sheet={useFoundingSheet()} />;
}

export function EditFounding() {
  return <KeptEdit sheet={useFoundingSheet()} id={editing.useParams().foundingId} />;
}
