import { getRouteApi } from '@tanstack/react-router';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { useOfficerSheet } from './useOfficerSheet';

const list = getRouteApi('/shell/registry/officers');
const one = getRouteApi('/shell/registry/officers/$officerId');
const editing = getRouteApi('/shell/registry/officers/$officerId/edit');

export function OfficerList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useOfficerSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function OfficerRecord() {
  return <KeptRecord sheet={useOfficerSheet()} id={one.useParams().officerId} />;
}

export function NewOfficer() {
  return <KeptForm sheet={useOfficerSheet()} />;
}

export function EditOfficer() {
  return <KeptEdit sheet={useOfficerSheet()} id={editing.useParams().officerId} />;
}
