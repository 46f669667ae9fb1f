import { body, registry } from '../../api/client';
import { type Found, type RemoteProps, RemoteSelect } from './RemoteSelect';

const found = (ngo: { id: string; name_vi: string; public_id: string }): Found => ({
  value: ngo.id,
  label: ngo.name_vi,
  title: ngo.public_id,
});
const one = async (ngo_id: string) =>
  found(await body(registry.GET('/v1/ngos/{ngo_id}', { params: { path: { ngo_id } } })));
const many = async (q: string, signal: AbortSignal) => {
  const query = { limit: 20, ...(q && { q }) };
  return (await body(registry.GET('/v1/ngos', { params: { query }, signal }))).items.map(found);
};

/** One organisation of the whole register, found by any of its names as one types. */
export function NgoSelect(props: RemoteProps) {
  return <RemoteSelect of="ngos" one={one} many={many} {...props} />;
}
