import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { formatMoneyCompact } from '../../shared/format/money';
import { QueryState } from '../../shared/ui/QueryState';
import { grantsOfQuery } from './aid';
import { LinkedLines } from './LinkedLines';
import type { Ngo } from './ngos';

/** The dossiers of aid of this organisation that one's own unit may see. */
export function Aid({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  return (
    <QueryState query={useQuery(grantsOfQuery(ngo.id))}>
      {(items) => (
        <LinkedLines
          title={t('registry_ngos.tab.aid')}
          to="/aid/grants"
          heads={[
            t('aid_grants.field.title_vi'),
            t('aid_grants.field.code'),
            t('aid_grants.field.form'),
            t('aid_grants.field.amount'),
            t('aid_grants.field.approved_on'),
            t('aid_grants.field.status'),
          ]}
          lines={items.map((one) => [
            one.id,
            one.title_vi,
            one.code,
            t(`aid_grants.form.${one.form}`),
            one.amount && formatMoneyCompact(one.amount),
            one.approved_on && formatDate(one.approved_on),
            t(`aid_grants.status.${one.status}`),
          ])}
        />
      )}
    </QueryState>
  );
}
