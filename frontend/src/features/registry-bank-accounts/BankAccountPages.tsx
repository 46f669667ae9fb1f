import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { NgoOf } from '../../shared/ui/kept/NgoOf';
import { RevealButton } from '../../shared/ui/kept/RevealButton';
import { unlessEmpty } from '../../shared/ui/kept/values';
import { bankAccounts } from './bankAccounts';
import { useBankAccountSheet } from './useBankAccountSheet';

const list = getRouteApi('/shell/registry/bank-accounts');
const one = getRouteApi('/shell/registry/bank-accounts/$accountId');
const editing = getRouteApi('/shell/registry/bank-accounts/$accountId/edit');
const entering = getRouteApi('/shell/registry/ngos/$ngoId/bank-accounts/new');

export function BankAccountList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useBankAccountSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function BankAccountRecord() {
  const { t } = useTranslation();
  return (
    <KeptRecord
      sheet={useBankAccountSheet()}
      id={one.useParams().accountId}
      actions={(record) => (
        <RevealButton calls={bankAccounts} record={record} what={t('registry_bank_accounts.field.number')} />
      )}
    >
      {(record) => <NgoOf id={record.ngo_id} />}
    </KeptRecord>
  );
}

/** Of the organisation whose record it was opened from. */
export function NewBankAccount() {
  const { ngoId } = entering.useParams();
  return <KeptForm sheet={useBankAccountSheet(true)} also={() => ({ ngo_id: ngoId })} />;
}

export function EditBankAccount() {
  return (
    <KeptEdit sheet={useBankAccountSheet()} id={editing.useParams().accountId} also={unlessEmpty('number')} />
  );
}
