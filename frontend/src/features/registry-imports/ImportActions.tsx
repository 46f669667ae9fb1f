import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { CommitDialog } from './CommitDialog';
import { HowFar } from './HowFar';
import type { Import } from './imports';
import { cancelImport, errorsOf, undoImport } from './steps';

/** Entering what was shown, or dropping it; as the server allows. */
export function ImportActions({ record }: { record: Import }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  // entering changes organisations, certificates and counts at once
  const renew = () => client.invalidateQueries({ queryKey: ['registry'] });
  const cancel = {
    name: 'cancel',
    label: t('registry_imports.act.cancel'),
    consequence: t('registry_imports.consequence.cancel'),
    tone: 'grave' as const,
    run: async () => {
      await cancelImport(record);
      await renew();
    },
  };
  const undo = {
    name: 'undo',
    label: t('registry_imports.act.undo'),
    consequence: t('registry_imports.consequence.undo'),
    tone: 'grave' as const,
    waiting: <HowFar id={record.id} />,
    run: async () => {
      await undoImport(record);
      await renew();
    },
  };
  return (
    <>
      {record.counts.error > 0 && (
        <Button component="a" variant="default" href={errorsOf(record)} download>
          {t('registry_imports.act.errors')}
        </Button>
      )}
      <ActionButtons actions={[cancel, undo]} allowed={record.allowed_actions} />
      {record.allowed_actions.includes('commit') && (
        <Button onClick={() => setIsAsked(true)}>{t('registry_imports.act.commit')}</Button>
      )}
      {isAsked && (
        <CommitDialog
          record={record}
          onDone={() => {
            setIsAsked(false);
            void renew();
          }}
          onClose={() => setIsAsked(false)}
        />
      )}
    </>
  );
}
