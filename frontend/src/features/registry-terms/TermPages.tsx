import { getRouteApi } from '@tanstack/react-router';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { useTermSheet } from './useTermSheet';

const list = getRouteApi('/shell/registry/terms');
const one = getRouteApi('/shell/registry/terms/$termId');
const editing = getRouteApi('/shell/registry/terms/$termId/edit');

export function TermList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useTermSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function TermRecord() {
  return <KeptRecord sheet={useTermSheet()} id={one.useParams().termId} />;
}

export function NewTerm() {
  return <KeptForm sheet={useTermSheet()} />;
}

export function EditTerm() {
  return <KeptEdit sheet={useTermSheet()} id={editing.useParams().termId} />;
}
