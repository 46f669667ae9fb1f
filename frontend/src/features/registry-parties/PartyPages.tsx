import { getRouteApi } from '@tanstack/react-router';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { PartyParts, PartySteps } from './PartyParts';
import { usePartySheet } from './usePartySheet';

const list = getRouteApi('/shell/registry/parties');
const one = getRouteApi('/shell/registry/parties/$partyId');
const editing = getRouteApi('/shell/registry/parties/$partyId/edit');

export function PartyList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={usePartySheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function PartyRecord() {
  const sheet = usePartySheet();
  return (
    <KeptRecord
      sheet={sheet}
      id={one.useParams().partyId}
      actions={(record) => <PartySteps record={record} />}
    >
      {(record) => <PartyParts record={record} />}
    </KeptRecord>
  );
}

export function NewParty() {
  return <KeptForm sheet={usePartySheet()} />;
}

export function EditParty() {
  return <KeptEdit sheet={usePartySheet()} id={editing.useParams().partyId} />;
}
