import { Alert, Button, Code, CopyButton, Group, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Shown once: the server keeps no readable copy. */
export function RecoveryCodes({ codes, onRead }: { codes: readonly string[]; onRead: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Alert color="gray" title={t('security.codes')} role="status">
        {t('security.codes_hint')}
      </Alert>
      <SimpleGrid cols={{ base: 1, sm: 2 }} maw={520}>
        {codes.map((code) => (
          <Code key={code} fz="md">
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group>
        <Button onClick={onRead}>{t('security.codes_kept')}</Button>
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'action.copied' : 'security.codes_copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
