import { getRouteApi } from '@tanstack/react-router';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { useNeedSheet } from './useNeedSheet';

const list = getRouteApi('/shell/registry/needs');
const one = getRouteApi('/shell/registry/needs/$needId');
const editing = getRouteApi('/shell/registry/needs/$needId/edit');

export function NeedList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useNeedSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function NeedRecord() {
  return <KeptRecord sheet={useNeedSheet()} id={one.useParams().needId} />;
}

export function NewNeed() {
  return <KeptForm sheet={useNeedSheet()} />;
}

export function EditNeed() {
  return <KeptEdit sheet={useNeedSheet()} id={editing.useParams().needId} />;
}
