import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ngoQuery } from '../../shared/ui/kept/ngo';
import { QueryState } from '../../shared/ui/QueryState';
import { NgoForm } from './NgoForm';
import { ProposeForm } from './ProposeForm';

const route = getRouteApi('/shell/registry/ngos/$ngoId/edit');
const proposing = getRouteApi('/shell/registry/ngos/$ngoId/propose');

export function NewNgo() {
  return <NgoForm />;
}

/** The form begins only with the record at hand. */
export function EditNgo() {
  const { ngoId } = route.useParams();
  return <QueryState query={useQuery(ngoQuery(ngoId))}>{(ngo) => <NgoForm ngo={ngo} />}</QueryState>;
}

export function ProposeNgo() {
  const { ngoId } = proposing.useParams();
  return <QueryState query={useQuery(ngoQuery(ngoId))}>{(ngo) => <ProposeForm ngo={ngo} />}</QueryState>;
}
