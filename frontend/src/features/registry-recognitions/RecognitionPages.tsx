import { getRouteApi } from '@tanstack/react-router';
import { KeptEdit, KeptForm } from '../../shared/ui/kept/KeptForm';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { NgoOf } from '../../shared/ui/kept/NgoOf';
import { RecognitionParts, RecognitionSteps } from './RecognitionParts';
import { useRecognitionSheet } from './useRecognitionSheet';

const list = getRouteApi('/shell/registry/recognitions');
const one = getRouteApi('/shell/registry/recognitions/$recognitionId');
const editing = getRouteApi('/shell/registry/recognitions/$recognitionId/edit');

export function RecognitionList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useRecognitionSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function RecognitionRecord() {
  const sheet = useRecognitionSheet();
  return (
    <KeptRecord
      sheet={sheet}
      id={one.useParams().recognitionId}
      actions={(record) => <RecognitionSteps record={record} />}
    >
      {(record) => (
        <>
          {record.recipient_ngo_id && <NgoOf id={record.recipient_ngo_id} />}
          <RecognitionParts record={record} />
        </>
      )}
    </KeptRecord>
  );
}

export function NewRecognition() {
  return <KeptForm sheet={useRecognitionSheet()} />;
}

export function EditRecognition() {
  return <KeptEdit sheet={useRecognitionSheet()} id={editing.useParams().recognitionId} />;
}
