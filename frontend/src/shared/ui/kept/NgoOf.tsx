import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { body, registry } from '../../api/client';
import { Panel } from '../Panel';

/** The organisation that a record is about, with the way to it. */
export function NgoOf({ id }: { id: string }) {
  const { t } = useTranslation();
  const ngo = useQuery({
    queryKey: ['registry', 'ngos', id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/ngos/{ngo_id}', { params: { path: { ngo_id: id } }, signal })),
  }).data;
  const to: string = `/registry/ngos/${id}`;
  return (
    <Panel title={t('kept.ngo')}>
      <Link to={to}>{ngo ? `${ngo.name_vi} · ${ngo.public_id}` : id}</Link>
    </Panel>
  );
}
