import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { HowFar } from './HowFar';
import type { Import } from './imports';
import { commitImport } from './steps';

type Props = { record: Import; onDone: () => void; onClose: () => void };

/** The last look before entering: how much, and whether rows with errors are left out. */
export function CommitDialog({ record, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const { add, change, error } = record.counts;
  const [skips, setSkips] = useState(false);
  const commit = useMutation({ mutationFn: () => commitImport(record, skips), onSuccess: onDone });
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    commit.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('registry_imports.act.commit')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={confirm}>
        <Stack>
          <FormErrors problem={commit.error} />
          <Text>
            {t('registry_imports.consequence.commit', {
              add: formatNumber(add),
              change: formatNumber(change),
            })}
          </Text>
          {error > 0 && (
            <Checkbox
              checked={skips}
              onChange={(event) => setSkips(event.currentTarget.checked)}
              label={t('registry_imports.skip', { error: formatNumber(error) })}
              description={t('registry_imports.consequence.skip')}
            />
          )}
          {commit.isPending && <HowFar id={record.id} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('registry_imports.back')}
            </Button>
            <Button type="submit" loading={commit.isPending}>
              {t('registry_imports.act.commit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
