import { List, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../shared/api/upload';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { FileDrop } from '../../shared/ui/record/FileDrop';
import { HowFar } from './HowFar';
import { handIn, TEMPLATE } from './steps';

const LISTS = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'text/csv': ['.csv'],
};

/** Handing a list in: take the template, fill it, drop it here; what it would do is shown next. */
export function NewImport() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [running, setRunning] = useState<string | null>(null);
  const send = async (file: File, onProgress: Progress) => {
    const id = crypto.randomUUID();
    const uploaded: Progress = (part) => {
      onProgress(part);
      // the server knows the id only once it has the whole file
      if (part >= 1) setRunning(id);
    };
    await handIn(file, id, uploaded).finally(() => setRunning(null));
    void client.invalidateQueries({ queryKey: ['registry', 'imports', 'list'] });
    void navigate({ to: '/registry/imports/$importId', params: { importId: id } });
  };
  return (
    <>
      <PageHeader
        back={
          <Link to="/registry/imports" activeOptions={{ exact: true }}>
            {t('registry_imports.title')}
          </Link>
        }
        title={t('registry_imports.add')}
      />
      <Stack>
        <Panel title={t('registry_imports.prepare')}>
          <List size="sm" spacing={6}>
            {(['row', 'names', 'empty', 'days'] as const).map((rule) => (
              <List.Item key={rule}>{t(`registry_imports.rule.${rule}`)}</List.Item>
            ))}
          </List>
          <Text mt="sm">
            <a href={TEMPLATE} download>
              {t('registry_imports.template')}
            </a>
          </Text>
        </Panel>
        <Panel title={t('registry_imports.send')}>
          <Text size="sm">{t('registry_imports.send_hint')}</Text>
          <FileDrop send={send} onSent={() => {}} accept={LISTS} hint="XLSX, CSV" isSingle />
          {running && <HowFar id={running} />}
        </Panel>
      </Stack>
    </>
  );
}
