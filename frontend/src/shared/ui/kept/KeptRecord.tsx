import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../DefinitionList';
import { PageHeader } from '../PageHeader';
import { Panel } from '../Panel';
import { QueryState } from '../QueryState';
import { Timeline } from '../record/Timeline';
import { Marks } from './Marks';
import type { KeptRecordRow, KeptRow, Sheet } from './sheet';
import { linked, useShow } from './useShow';

type Props<Item extends KeptRow, Saved extends KeptRecordRow> = {
  sheet: Sheet<Item, Saved>;
  id: string;
  /** Buttons beside the one that opens the form. */
  actions?: (record: Saved) => ReactNode;
  /** Panels between the fields and the history. */
  children?: (record: Saved) => ReactNode;
};

/** One record of a sheet: its fields, what belongs to it, and who wrote it down. */
export function KeptRecord<Item extends KeptRow, Saved extends KeptRecordRow>({
  sheet,
  id,
  actions,
  children,
}: Props<Item, Saved>) {
  const { t } = useTranslation();
  const show = useShow();
  return (
    <QueryState query={useQuery(sheet.calls.one(id))}>
      {(record) => (
        <>
          <PageHeader
            back={
              <Link to={sheet.to as never} activeOptions={{ exact: true }}>
                {sheet.text.title}
              </Link>
            }
            title={sheet.title(record)}
            badge={
              <>
                {sheet.badge?.(record)}
                <Marks demo={record.demo} verified={record.verified ?? true} />
              </>
            }
            actions={
              <>
                {actions?.(record)}
                {record.allowed_actions?.includes('update') && (
                  <Button variant="default" component={Link} to={`${sheet.to}/${id}/edit` as never}>
                    {t('kept.edit')}
                  </Button>
                )}
              </>
            }
          />
          <Stack>
            <Panel title={t('kept.about')}>
              <DefinitionList
                items={sheet.fields
                  .filter(({ formOnly, listOnly }) => !formOnly && !listOnly)
                  .map((field) => ({
                    term: field.label,
                    value: linked(show(field, (record as Record<string, unknown>)[field.name])),
                    wide: field.wide || field.kind === 'lines' || field.kind === 'list',
                  }))}
              />
            </Panel>
            {children?.(record)}
            <KeptHistory sheet={sheet} id={id} />
          </Stack>
        </>
      )}
    </QueryState>
  );
}

/** Who wrote what down of one record. */
export function KeptHistory<Item extends KeptRow, Saved extends KeptRecordRow>({
  sheet,
  id,
}: {
  sheet: Sheet<Item, Saved>;
  id: string;
}) {
  const { t } = useTranslation();
  const show = useShow();
  const labels = Object.fromEntries(
    sheet.fields.map((field) => [
      field.name,
      { label: field.label, show: (value: unknown) => show(field, value) },
    ]),
  );
  return (
    <Panel title={t('kept.history')}>
      <QueryState query={useQuery(sheet.calls.history(id))}>
        {({ items }) => <Timeline entries={items} labels={labels} actionText={sheet.text.done} />}
      </QueryState>
    </Panel>
  );
}
