import { getRouteApi } from '@tanstack/react-router';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { AgreementParts, AgreementSteps } from './AgreementParts';
import { useAgreementSheet } from './useAgreementSheet';
import { also, from } from './values';

const list = getRouteApi('/shell/registry/agreements');
const one = getRouteApi('/shell/registry/agreements/$agreementId');
const editing = getRouteApi('/shell/registry/agreements/$agreementId/edit');

export function AgreementList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useAgreementSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function AgreementRecord() {
  const sheet = useAgreementSheet();
  return (
    <KeptRecord
      sheet={sheet}
      id={one.useParams().agreementId}
      actions={(record) => <AgreementSteps record={record} />}
    >
      {(record) => <AgreementParts record={record} />}
    </KeptRecord>
  );
}

export function NewAgreement() {
  return <KeptForm sheet={useAgreementSheet()} also={also} from={from} />;
}

export function EditAgreement() {
  return (
    <KeptEdit sheet={useAgreementSheet()} id={editing.useParams().agreementId} also={also} from={from} />
  );
}
