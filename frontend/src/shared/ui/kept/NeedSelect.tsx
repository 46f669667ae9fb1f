import { body, registry } from '../../api/client';
import { type Found, type RemoteProps, RemoteSelect } from './RemoteSelect';

const found = (need: { id: string; title_vi: string }): Found => ({ value: need.id, label: need.title_vi });
const one = async (need_id: string) =>
  found(await body(registry.GET('/v1/needs/{need_id}', { params: { path: { need_id } } })));
const many = async (q: string, signal: AbortSignal) => {
  const query = { limit: 20, ...(q && { q }) };
  return (await body(registry.GET('/v1/needs', { params: { query }, signal }))).items.map(found);
};

/** One need of the whole catalogue, found by its title as one types. */
export function NeedSelect(props: RemoteProps) {
  return <RemoteSelect of="needs" one={one} many={many} {...props} />;
}
