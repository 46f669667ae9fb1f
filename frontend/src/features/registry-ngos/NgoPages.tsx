import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryState } from '../../shared/ui/QueryState';
import { NgoForm } from './NgoForm';
import { ngoQuery } from './ngos';

const route = getRouteApi('/shell/registry/ngos/$ngoId/edit');

export function NewNgo() {
  return <NgoForm />;
}

/** The form begins only with the record at hand. */
export function EditNgo() {
  const { ngoId } = route.useParams();
  return <QueryState query={useQuery(ngoQuery(ngoId))}>{(ngo) => <NgoForm ngo={ngo} />}</QueryState>;
}
