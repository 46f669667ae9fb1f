import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before work that was not saved is left behind, inside the application and when the tab closes. */
export function UnsavedGuard({ hasUnsaved }: { hasUnsaved: () => boolean }) {
  const { t } = useTranslation();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && hasUnsaved(),
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  });
  return (
    <Modal
      opened={status === 'blocked'}
      onClose={() => reset?.()}
      title={t('form.unsaved')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Text size="sm">{t('form.unsaved_hint')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" color="red" onClick={() => proceed?.()}>
          {t('form.leave')}
        </Button>
        <Button data-autofocus onClick={() => reset?.()}>
          {t('form.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
