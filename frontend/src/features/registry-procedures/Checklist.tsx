import { Button, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../shared/ui/CardTable';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { onDemand } from '../../shared/ui/onDemand';
import { Panel } from '../../shared/ui/Panel';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { type ChecklistItem, isPaper, type Procedure, procedureDocumentsQuery } from './procedure';
import { contentAddress, tick } from './steps';
import { Unverified } from './Unverified';

const TickDialog = onDemand(() => import('./TickDialog').then((m) => m.TickDialog));

/** The papers that the decree asks for, each with the one that is there. */
export function Checklist({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState<ChecklistItem | null>(null);
  const renew = () => client.invalidateQueries({ queryKey: ['registry', 'procedures'] });
  const mayTick = procedure.allowed_actions?.includes('tick') ?? false;
  const takeBack = useMutation({
    mutationFn: (item: string) => tick(procedure, { item, present: false }),
    onSuccess: renew,
  });
  if (procedure.checklist.length === 0)
    return <Panel title={t('registry_procedures.tab.checklist')}>{t('registry_procedures.no_paper')}</Panel>;
  return (
    <Panel title={t('registry_procedures.tab.checklist')}>
      <FormErrors problem={takeBack.error} />
      <CardTable label={t('registry_procedures.tab.checklist')}>
        {procedure.checklist.map((line) => (
          <Table.Tr key={line.item}>
            <Table.Td>
              <Words line={line} />
            </Table.Td>
            <Table.Td>
              <Kept line={line} procedureId={procedure.id} />
            </Table.Td>
            <Table.Td ta="right">
              {mayTick &&
                (line.present ? (
                  <Button variant="subtle" size="xs" onClick={() => takeBack.mutate(line.item)}>
                    {t('registry_procedures.untick')}
                  </Button>
                ) : (
                  <Button variant="default" size="xs" onClick={() => setAsked(line)}>
                    {t(isPaper(line) ? 'registry_procedures.tick' : 'registry_procedures.confirm')}
                  </Button>
                ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </CardTable>
      {asked && <TickDialog procedure={procedure} line={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

function Words({ line }: { line: ChecklistItem }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <div>
        {i18n.language === 'en' ? line.name_en : line.name_vi}{' '}
        {!line.required && isPaper(line) && `(${t('registry_procedures.optional')})`}
      </div>
      <small>
        {[line.form, line.basis, line.note_on_rule].filter(Boolean).join(' · ')}{' '}
        <Unverified isVerified={line.verified} />
      </small>
    </>
  );
}

function Kept({ line, procedureId }: { line: ChecklistItem; procedureId: string }) {
  const { t } = useTranslation();
  const files = useQuery(procedureDocumentsQuery(procedureId)).data?.items ?? [];
  if (!line.present)
    return (
      <StatusBadge
        tone={line.required || !isPaper(line) ? 'warning' : 'neutral'}
        label={t(isPaper(line) ? 'registry_procedures.paper_missing' : 'registry_procedures.unconfirmed')}
      />
    );
  const file = files.find(({ id }) => id === line.document_id);
  return (
    <>
      <StatusBadge
        tone="good"
        label={t(isPaper(line) ? 'registry_procedures.paper_there' : 'registry_procedures.confirmed')}
      />
      <div>
        {file ? <a href={contentAddress(procedureId, file.id)}>{file.title}</a> : null} {line.note}
      </div>
    </>
  );
}
