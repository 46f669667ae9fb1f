import { Box, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/ui/EmptyState';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Box component="main" p="xl">
      <EmptyState
        title={t('not_found.title')}
        hint={t('not_found.hint')}
        action={
          <Button component={Link} to="/">
            {t('not_found.home')}
          </Button>
        }
      />
    </Box>
  );
}
