import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { NgoOf } from '../../shared/ui/kept/NgoOf';
import { RevealButton } from '../../shared/ui/kept/RevealButton';
import { unlessEmpty } from '../../shared/ui/kept/values';
import { representatives } from './representatives';
import { useRepresentativeSheet } from './useRepresentativeSheet';

const list = getRouteApi('/shell/registry/representatives');
const one = getRouteApi('/shell/registry/representatives/$representativeId');
const editing = getRouteApi('/shell/registry/representatives/$representativeId/edit');
const entering = getRouteApi('/shell/registry/ngos/$ngoId/representatives/new');

export function RepresentativeList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useRepresentativeSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function RepresentativeRecord() {
  const { t } = useTranslation();
  return (
    <KeptRecord
      sheet={useRepresentativeSheet()}
      id={one.useParams().representativeId}
      actions={(record) => (
        <RevealButton
          calls={representatives}
          record={record}
          what={t('registry_representatives.field.paper_number')}
        />
      )}
    >
      {(record) => <NgoOf id={record.ngo_id} />}
    </KeptRecord>
  );
}

/** Of the organisation whose record it was opened from. */
export function NewRepresentative() {
  const { ngoId } = entering.useParams();
  return <KeptForm sheet={useRepresentativeSheet()} also={() => ({ ngo_id: ngoId })} />;
}

export function EditRepresentative() {
  return (
    <KeptEdit
      sheet={useRepresentativeSheet()}
      id={editing.useParams().representativeId}
      also={unlessEmpty('paper_number')}
    />
  );
}
