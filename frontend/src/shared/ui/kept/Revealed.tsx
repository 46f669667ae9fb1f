import { Code, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { title: string; number: string; onClose: () => void };

/** The number in full, while this dialog is open. */
export function Revealed({ title, number, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack>
        <Code fz="lg">{number}</Code>
        <Text size="sm">{t('kept.revealed')}</Text>
      </Stack>
    </Modal>
  );
}
