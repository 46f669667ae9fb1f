import { List, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, today } from '../../shared/format/dates';
import { StepButton } from '../../shared/ui/kept/StepButton';
import { Panel } from '../../shared/ui/Panel';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { type Agreement, agreements } from './agreements';

const KINDS = ['event', 'referral', 'training', 'information', 'aid', 'other'] as const;

/** Evidence for a clause, and the review of a half-year. */
export function AgreementSteps({ record }: { record: Agreement }) {
  const { t } = useTranslation();
  if (!record.allowed_actions?.includes('update')) return null;
  const clauses = record.clauses.map(({ number, text }) => ({ value: number, label: `${number}. ${text}` }));
  const kinds = KINDS.map((value) => ({ value, label: t(`registry_agreements.evidence_kind.${value}`) }));
  return (
    <>
      {clauses.length > 0 && (
        <StepButton
          label={t('registry_agreements.add_evidence')}
          consequence={t('registry_agreements.add_evidence_hint')}
          given={{ on: today() }}
          fields={[
            {
              name: 'clause',
              label: t('registry_agreements.clause'),
              kind: 'choice',
              options: clauses,
              required: true,
            },
            { name: 'on', label: t('registry_agreements.on'), kind: 'day', required: true },
            {
              name: 'kind',
              label: t('registry_agreements.evidence_of'),
              kind: 'choice',
              options: kinds,
              required: true,
            },
            { name: 'summary', label: t('registry_agreements.summary'), kind: 'lines', required: true },
            { name: 'link', label: t('registry_agreements.link'), kind: 'text' },
          ]}
          run={(values) => agreements.step(record, 'evidence', values)}
        />
      )}
      {record.next_review && (
        <StepButton
          label={t('registry_agreements.add_review')}
          consequence={t('registry_agreements.add_review_hint')}
          given={{ period_end: record.next_review, held_on: today() }}
          fields={[
            { name: 'period_end', label: t('registry_agreements.period_end'), kind: 'day', required: true },
            { name: 'held_on', label: t('registry_agreements.held_on'), kind: 'day', required: true },
            { name: 'findings', label: t('registry_agreements.findings'), kind: 'lines', required: true },
          ]}
          run={(values) => agreements.step(record, 'reviews', values)}
        />
      )}
    </>
  );
}

/** Parties, clauses with what shows that each was kept, and reviews. */
export function AgreementParts({ record }: { record: Agreement }) {
  const { t } = useTranslation();
  const { evidence = [], reviews = [] } = record;
  return (
    <>
      <Panel title={t('registry_agreements.parties')}>
        <List spacing={6} size="sm">
          {record.parties.map(({ name, unit_id }) => (
            <List.Item key={name}>
              {unit_id ? (
                <Link to="/registry/units/$unitId" params={{ unitId: unit_id }}>
                  {name}
                </Link>
              ) : (
                name
              )}
            </List.Item>
          ))}
        </List>
        {record.predecessor_id && (
          <p>
            <Link to="/registry/agreements/$agreementId" params={{ agreementId: record.predecessor_id }}>
              {t('registry_agreements.predecessor')}
            </Link>
          </p>
        )}
      </Panel>
      <Panel title={t('registry_agreements.clauses')}>
        {record.clauses.length === 0 && <p>{t('registry_agreements.no_clauses')}</p>}
        <Table verticalSpacing="sm" aria-label={t('registry_agreements.clauses')}>
          <Table.Tbody>
            {record.clauses.map(({ number, text, due_on }) => (
              <Table.Tr key={number}>
                <Table.Td className="tabular">{number}</Table.Td>
                <Table.Td>
                  {text}
                  {due_on && (
                    <Text size="sm">{t('registry_agreements.clause_due', { date: formatDate(due_on) })}</Text>
                  )}
                  <List size="sm" mt={4}>
                    {evidence
                      .filter(({ clause }) => clause === number)
                      .map(({ on, kind, summary }) => (
                        <List.Item key={on + summary}>
                          {formatDate(on)} · {t(`registry_agreements.evidence_kind.${kind}`)}: {summary}
                        </List.Item>
                      ))}
                  </List>
                </Table.Td>
                <Table.Td>
                  {t('registry_agreements.evidence_count', {
                    count: evidence.filter(({ clause }) => clause === number).length,
                  })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Panel>
      <Panel title={t('registry_agreements.reviews')}>
        {record.next_review && (
          <p>
            {t('registry_agreements.next_review', { date: formatDate(record.next_review) })}{' '}
            {record.next_review < today() && (
              <StatusBadge tone="warning" label={t('registry_agreements.review_late')} />
            )}
          </p>
        )}
        <List spacing={6} size="sm">
          {reviews.map(({ period_end, held_on, findings }) => (
            <List.Item key={period_end}>
              {t('registry_agreements.review_of', { date: formatDate(period_end) })} ({formatDate(held_on)}):{' '}
              {findings}
            </List.Item>
          ))}
        </List>
      </Panel>
    </>
  );
}
