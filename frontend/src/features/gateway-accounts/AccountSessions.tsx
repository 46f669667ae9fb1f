import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentName } from '../../shared/format/agents';
import { formatDateTime } from '../../shared/format/dates';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { accountSessionsQuery } from './accounts';

/** Where this person is signed in now. */
export function AccountSessions({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('security.sessions')}>
      <QueryState query={useQuery(accountSessionsQuery(id))}>
        {({ items, has_otp }) => (
          <>
            <Text size="sm" mb="sm">
              {t(has_otp ? 'accounts.with_otp' : 'accounts.without_otp')}
            </Text>
            {items.length === 0 ? (
              <Text c="dimmed">{t('accounts.no_sessions')}</Text>
            ) : (
              <Table.ScrollContainer minWidth={480}>
                <Table verticalSpacing="sm" aria-label={t('security.sessions')}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('security.browser')}</Table.Th>
                      <Table.Th>{t('security.began')}</Table.Th>
                      <Table.Th>{t('security.seen')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {items.map((one) => (
                      <Table.Tr key={one.id}>
                        <Table.Td>{agentName(one.agent) || '—'}</Table.Td>
                        <Table.Td className="tabular">{formatDateTime(one.created_at)}</Table.Td>
                        <Table.Td className="tabular">{formatDateTime(one.seen_at)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
          </>
        )}
      </QueryState>
    </Panel>
  );
}
