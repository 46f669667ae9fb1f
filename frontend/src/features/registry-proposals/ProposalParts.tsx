import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NgoOf } from '../../shared/ui/kept/NgoOf';
import { StepButton } from '../../shared/ui/kept/StepButton';
import { useNgoLabels } from '../../shared/ui/kept/useNgoLabels';
import { Panel } from '../../shared/ui/Panel';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { type Proposal, proposals } from './proposals';

/** Taking it whole or in part, leaving it, or taking it back: as the server allows. */
export function ProposalSteps({ record }: { record: Proposal }) {
  const { t } = useTranslation();
  const labels = useNgoLabels();
  const allowed = record.allowed_actions ?? [];
  const fields = record.changes.map(({ field }) => ({ value: field, label: labels[field]?.label ?? field }));
  const answer = { name: 'answer', label: t('registry_proposals.field.answer'), kind: 'lines' } as const;
  const reason = { name: 'reason', label: t('action.reason'), kind: 'lines', required: true } as const;
  return (
    <>
      {allowed.includes('accept') && (
        <StepButton
          tone="main"
          label={t('registry_proposals.act.accept')}
          consequence={t('registry_proposals.consequence.accept')}
          given={{ fields: fields.map(({ value }) => value) }}
          fields={[
            {
              name: 'fields',
              label: t('registry_proposals.field.fields'),
              kind: 'several',
              options: fields,
              required: true,
            },
            answer,
          ]}
          run={(values) => proposals.step(record, 'accept', values)}
        />
      )}
      {allowed.includes('decline') && (
        <StepButton
          tone="grave"
          label={t('registry_proposals.act.decline')}
          consequence={t('registry_proposals.consequence.decline')}
          fields={[reason]}
          run={(values) => proposals.step(record, 'decline', values)}
        />
      )}
      {allowed.includes('withdraw') && (
        <StepButton
          label={t('registry_proposals.act.withdraw')}
          consequence={t('registry_proposals.consequence.withdraw')}
          fields={[{ ...reason, required: false }]}
          run={(values) => proposals.step(record, 'withdraw', values)}
        />
      )}
    </>
  );
}

/** The record it is about, and each field as it stood beside what it is to be. */
export function ProposalParts({ record }: { record: Proposal }) {
  const { t } = useTranslation();
  const labels = useNgoLabels();
  const shown = (field: string, value: unknown) =>
    value === null || value === undefined || value === ''
      ? '—'
      : (labels[field]?.show?.(value) ?? String(value));
  return (
    <>
      <NgoOf id={record.ngo_id} />
      <Panel title={t('registry_proposals.changes')}>
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing="sm" aria-label={t('registry_proposals.changes')}>
            <Table.Thead>
              <Table.Tr>
                {(['field', 'before', 'after', 'outcome'] as const).map((head) => (
                  <Table.Th key={head}>{t(`registry_proposals.head.${head}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {record.changes.map(({ field, before, after }) => (
                <Table.Tr key={field}>
                  <Table.Th scope="row">{labels[field]?.label ?? field}</Table.Th>
                  <Table.Td>{shown(field, before)}</Table.Td>
                  <Table.Td fw={600}>{shown(field, after)}</Table.Td>
                  <Table.Td>
                    {record.taken.includes(field) && (
                      <StatusBadge tone="good" label={t('registry_proposals.taken')} />
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Panel>
    </>
  );
}
