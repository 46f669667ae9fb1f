import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryState } from '../../shared/ui/QueryState';
import { GrantForm } from './GrantForm';
import { grantQuery } from './grant';

const route = getRouteApi('/shell/aid/grants/$grantId/edit');

export function NewGrant() {
  return <GrantForm />;
}

/** The form begins only with the dossier at hand. */
export function EditGrant() {
  const { grantId } = route.useParams();
  return (
    <QueryState query={useQuery(grantQuery(grantId))}>{(grant) => <GrantForm grant={grant} />}</QueryState>
  );
}
