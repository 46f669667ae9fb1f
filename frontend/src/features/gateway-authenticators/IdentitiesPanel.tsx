import { Button, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { leave, providerQuery } from '../../shared/api/oidc';
import type { ApiProblem } from '../../shared/api/problem';
import { formatDateTime } from '../../shared/format/dates';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { Panel } from '../../shared/ui/Panel';
import { refresh } from './authenticators';
import { identitiesQuery, unlink } from './identities';

/** The account elsewhere that opens one's own: linked, seen, unlinked. */
export function IdentitiesPanel() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const provider = useQuery(providerQuery).data;
  const items = useQuery(identitiesQuery).data?.items ?? [];
  const link = useMutation<void, ApiProblem>({ mutationFn: () => leave({ kind: 'link' }) });
  const remove = useMutation<unknown, ApiProblem, string>({
    mutationFn: unlink,
    onSuccess: () => refresh(client),
  });
  if (!provider?.is_on && items.length === 0) return null;
  return (
    <Panel title={t('security.identities')}>
      <Stack>
        <Text>{t('security.identities_hint')}</Text>
        <FormErrors problem={link.error ?? remove.error} />
        {items.length > 0 && (
          <Table.ScrollContainer minWidth={520}>
            <Table verticalSpacing="sm" aria-label={t('security.identities')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('security.identity_name')}</Table.Th>
                  <Table.Th>{t('security.since')}</Table.Th>
                  <Table.Th>{t('security.seen')}</Table.Th>
                  <Table.Th>{t('security.identity_remove')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((one) => (
                  <Table.Tr key={one.id}>
                    <Table.Td>
                      {one.shown_as}
                      <Text size="xs" c="dimmed">
                        {one.issuer}
                      </Text>
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
                        loading={remove.isPending}
                        onClick={() => remove.mutate(one.id)}
                      >
                        {t('security.identity_remove')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {provider?.is_on && items.length === 0 && (
          <div>
            <Button loading={link.isPending} onClick={() => link.mutate()}>
              {t('security.identity_link', { name: provider.name ?? t('session.oidc_name') })}
            </Button>
          </div>
        )}
      </Stack>
    </Panel>
  );
}
