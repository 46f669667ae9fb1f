import { Badge, Button, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentName } from '../../shared/format/agents';
import { formatDateTime } from '../../shared/format/dates';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { endSession, refresh, sessionsQuery } from './authenticators';

/** Where else this person is signed in, and a way to end it. */
export function SessionsPanel() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const end = useMutation({ mutationFn: endSession, onSuccess: () => refresh(client) });
  return (
    <Panel title={t('security.sessions')}>
      <FormErrors problem={end.error} />
      <QueryState query={useQuery(sessionsQuery)}>
        {({ items }) => (
          <Table.ScrollContainer minWidth={520}>
            <Table verticalSpacing="sm" aria-label={t('security.sessions')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('security.browser')}</Table.Th>
                  <Table.Th>{t('security.began')}</Table.Th>
                  <Table.Th>{t('security.seen')}</Table.Th>
                  <Table.Th>{t('security.end')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((one) => (
                  <Table.Tr key={one.id}>
                    <Table.Td>
                      <Text size="sm" maw={360} lineClamp={2} title={one.agent ?? undefined}>
                        {agentName(one.agent ?? '') || '—'}
                      </Text>
                    </Table.Td>
                    <Table.Td className="tabular">{formatDateTime(one.created_at)}</Table.Td>
                    <Table.Td className="tabular">{formatDateTime(one.seen_at)}</Table.Td>
                    <Table.Td>
                      {one.is_current ? (
                        <Badge variant="light">{t('security.current')}</Badge>
                      ) : (
                        <Button
                          size="compact-sm"
                          variant="light"
                          color="red"
                          loading={end.isPending && end.variables === one.id}
                          onClick={() => end.mutate(one.id)}
                        >
                          {t('security.end')}
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryState>
    </Panel>
  );
}
