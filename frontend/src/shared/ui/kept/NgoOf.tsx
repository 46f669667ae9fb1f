import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../Panel';
import { ngoQuery } from './ngo';

/** The organisation that a record is about, with the way to it. */
export function NgoOf({ id }: { id: string }) {
  const { t } = useTranslation();
  const ngo = useQuery(ngoQuery(id)).data;
  const to: string = `/registry/ngos/${id}`;
  return (
    <Panel title={t('kept.ngo')}>
      <Link to={to}>{ngo ? `${ngo.name_vi} · ${ngo.public_id}` : id}</Link>
    </Panel>
  );
}
