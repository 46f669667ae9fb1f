import { getRouteApi } from '@tanstack/react-router';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { useMemberSheet } from './useMemberSheet';

const list = getRouteApi('/shell/registry/members');
const one = getRouteApi('/shell/registry/members/$memberId');
const editing = getRouteApi('/shell/registry/members/$memberId/edit');

export function MemberList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useMemberSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function MemberRecord() {
  return <KeptRecord sheet={useMemberSheet()} id={one.useParams().memberId} />;
}

export function NewMember() {
  return <KeptForm sheet={useMemberSheet()} />;
}

export function EditMember() {
  return <KeptEdit sheet={useMemberSheet()} id={editing.useParams().memberId} />;
}
