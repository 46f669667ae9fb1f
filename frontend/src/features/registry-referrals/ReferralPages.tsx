import { getRouteApi } from '@tanstack/react-router';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { NgoOf } from '../../shared/ui/kept/NgoOf';
import { NeedOf } from './NeedOf';
import { ReferralParts, ReferralSteps } from './ReferralParts';
import { useReferralSheet } from './useReferralSheet';

const list = getRouteApi('/shell/registry/referrals');
const one = getRouteApi('/shell/registry/referrals/$referralId');
const editing = getRouteApi('/shell/registry/referrals/$referralId/edit');

export function ReferralList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useReferralSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function ReferralRecord() {
  const sheet = useReferralSheet();
  return (
    <KeptRecord
      sheet={sheet}
      id={one.useParams().referralId}
      actions={(record) => <ReferralSteps record={record} />}
    >
      {(record) => (
        <>
          <NgoOf id={record.ngo_id} />
          {record.need_id && <NeedOf id={record.need_id} />}
          <ReferralParts record={record} />
        </>
      )}
    </KeptRecord>
  );
}

export function NewReferral() {
  return <KeptForm sheet={useReferralSheet()} />;
}

export function EditReferral() {
  return <KeptEdit sheet={useReferralSheet()} id={editing.useParams().referralId} />;
}
