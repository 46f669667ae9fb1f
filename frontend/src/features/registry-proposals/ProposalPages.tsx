import { getRouteApi } from '@tanstack/react-router';
import { KeptList } from '../../shared/ui/kept/KeptList';
import { KeptRecord } from '../../shared/ui/kept/KeptRecord';
import { ProposalParts, ProposalSteps } from './ProposalParts';
import { useProposalSheet } from './useProposalSheet';

const list = getRouteApi('/shell/registry/proposals');
const one = getRouteApi('/shell/registry/proposals/$proposalId');

export function ProposalList() {
  const search = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <KeptList
      sheet={useProposalSheet()}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: true })}
    />
  );
}

export function ProposalRecord() {
  return (
    <KeptRecord
      sheet={useProposalSheet()}
      id={one.useParams().proposalId}
      actions={(record) => <ProposalSteps record={record} />}
    >
      {(record) => <ProposalParts record={record} />}
    </KeptRecord>
  );
}
