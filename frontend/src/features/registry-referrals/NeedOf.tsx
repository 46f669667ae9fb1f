import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { body, registry } from '../../shared/api/client';
import { Panel } from '../../shared/ui/Panel';

/** The need that a referral is to meet, with the way to it. */
export function NeedOf({ id }: { id: string }) {
  const { t } = useTranslation();
  const need = useQuery({
    queryKey: ['registry', 'needs', id],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/needs/{need_id}', { params: { path: { need_id: id } }, signal })),
  }).data;
  const to: string = `/registry/needs/${id}`;
  return (
    <Panel title={t('registry_referrals.field.need_id')}>
      <Link to={to}>{need?.title_vi ?? id}</Link>
    </Panel>
  );
}
