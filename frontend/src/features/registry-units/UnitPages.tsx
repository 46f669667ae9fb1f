import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { QueryState } from '../../shared/ui/QueryState';
import { type Unit, units } from './units';
import { useUnitSheet } from './useUnitSheet';

const list = getRouteApi('/shell/registry/units');
const editing = getRouteApi('/shell/registry/units/$unitId/edit');

/** The unions of friendship organisations, central and local, as they stand or stood on a day. */
export function UnitList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useUnitSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function NewUnit() {
  return <KeptForm sheet={useUnitSheet()} />;
}

/** The form asks for what this person may change. */
export function EditUnit() {
  const { unitId } = editing.useParams();
  return (
    <QueryState query={useQuery(units.one(unitId))}>
      {(unit) => <Edit unit={unit} ownOnly={!unit.allowed_actions?.includes('update_all')} />}
    </QueryState>
  );
}

function Edit({ unit, ownOnly }: { unit: Unit; ownOnly: boolean }) {
  return <KeptEdit sheet={useUnitSheet(ownOnly)} id={unit.id} />;
}
