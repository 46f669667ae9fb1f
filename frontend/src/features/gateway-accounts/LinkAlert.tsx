import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import type { Link } from './accounts';

/** A one-time link, shown this once: whoever closes this page must make another. */
export function LinkAlert({ link }: { link: Link }) {
  const { t } = useTranslation();
  return (
    <Alert color="gray" title={t('accounts.link', { name: link.username })} role="status">
      <Stack gap="sm">
        <Text size="sm">{t('accounts.link_hint', { until: formatDateTime(link.expires_at) })}</Text>
        <Code block>{link.link}</Code>
        <Group>
          <CopyButton value={link.link}>
            {({ copied, copy }) => (
              <Button size="compact-md" variant="default" onClick={copy}>
                {t(copied ? 'accounts.copied' : 'accounts.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}
