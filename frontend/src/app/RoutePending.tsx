import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function RoutePending() {
  const { t } = useTranslation();
  return (
    <Stack p="xl" role="status" aria-label={t('state.loading')}>
      <Skeleton height={28} width={280} maw="100%" />
      <Skeleton height={240} />
    </Stack>
  );
}
