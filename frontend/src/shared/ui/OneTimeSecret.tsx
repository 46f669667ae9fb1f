import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { title: string; hint: string; secret: string; copyLabel: string };

/** What the server says this once and never again: whoever closes the page must make another. */
export function OneTimeSecret({ title, hint, secret, copyLabel }: Props) {
  const { t } = useTranslation();
  return (
    <Alert color="gray" title={title} role="status">
      <Stack gap="sm">
        <Text size="sm">{hint}</Text>
        <Code block>{secret}</Code>
        <Group>
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button size="compact-md" variant="default" onClick={copy}>
                {copied ? t('action.copied') : copyLabel}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}
