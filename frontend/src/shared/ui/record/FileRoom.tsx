import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../format/numbers';

/** How much of its room for files the unit has used, over all its dossiers. */
export function FileRoom({ room }: { room: { used: number; allowed: number } }) {
  const { t } = useTranslation();
  const words = { used: formatBytes(room.used), allowed: formatBytes(room.allowed) };
  return (
    <Text size="sm" c="dimmed" mt="xs">
      {t('file.room', words)}
    </Text>
  );
}
