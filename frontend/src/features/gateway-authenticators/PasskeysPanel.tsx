import { ActionIcon, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { knowsPasskeys } from '../../shared/api/passkeys';
import type { ApiProblem } from '../../shared/api/problem';
import { formatDateTime } from '../../shared/format/dates';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { refresh } from './authenticators';
import { PasskeyDialog } from './PasskeyDialog';
import { type Passkey, passkeysQuery, removePasskey } from './passkeys';

/** One's own passkeys: which there are, when they were used, and another one. */
export function PasskeysPanel() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Passkey | 'new' | null>(null);
  const remove = useMutation<unknown, ApiProblem, string>({
    mutationFn: removePasskey,
    onSuccess: () => refresh(client),
  });
  return (
    <Panel title={t('security.passkeys')}>
      <Stack>
        <Text>{t('security.passkeys_hint')}</Text>
        <FormErrors problem={remove.error} />
        <QueryState query={useQuery(passkeysQuery)}>
          {({ items }) =>
            items.length === 0 ? null : (
              <Table.ScrollContainer minWidth={520}>
                <Table verticalSpacing="sm" aria-label={t('security.passkeys')}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('security.passkey_name')}</Table.Th>
                      <Table.Th>{t('security.since')}</Table.Th>
                      <Table.Th>{t('security.seen')}</Table.Th>
                      <Table.Th>{t('security.passkey_remove')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((one) => (
                      <Table.Tr key={one.id}>
                        <Table.Td>
                          <Group gap="xs" wrap="nowrap">
                            {one.name}
                            <ActionIcon
                              variant="subtle"
                              aria-label={t('security.passkey_rename', { name: one.name })}
                              onClick={() => setAsked(one)}
                            >
                              <IconPencil size={16} aria-hidden />
                            </ActionIcon>
                          </Group>
                        </Table.Td>
                        <Table.Td className="tabular">{formatDateTime(one.created_at)}</Table.Td>
                        <Table.Td className="tabular">
                          {one.last_used_at ? formatDateTime(one.last_used_at) : '—'}
                        </Table.Td>
                        <Table.Td>
                          <Button
                            size="compact-sm"
                            variant="light"
                            color="red"
                            loading={remove.isPending && remove.variables === one.id}
                            onClick={() => remove.mutate(one.id)}
                          >
                            {t('security.passkey_remove')}
                          </Button>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )
          }
        </QueryState>
        {knowsPasskeys() ? (
          <div>
            <Button onClick={() => setAsked('new')}>{t('security.passkey_add')}</Button>
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            {t('security.passkey_unknown')}
          </Text>
        )}
      </Stack>
      {asked && <PasskeyDialog passkey={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}
