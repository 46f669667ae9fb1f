import { Alert, Button, Code, List, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { ClientBadge } from './ClientBadge';
import { type Client, clientQuery, disable, type NewClient, refresh, stateOf } from './clients';
import { RotateDialog } from './RotateDialog';
import { SecretAlert } from './SecretAlert';

const route = getRouteApi('/shell/gateway/clients/$clientId');

/** One program: for whom it works, what it may do, and until when its secrets are good. */
export function ClientRecord() {
  const { clientId } = route.useParams();
  return (
    <QueryState query={useQuery(clientQuery(clientId))}>
      {(client) => <Shown client={client} key={client.id} />}
    </QueryState>
  );
}

function Shown({ client }: { client: Client }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [made, setMade] = useState<NewClient | null>(null);
  const [isRotating, setIsRotating] = useState(false);
  const allowed = client.allowed_actions ?? [];
  const state = stateOf(client);
  const when = (at: string | null) => at && formatDateTime(at);
  return (
    <>
      <PageHeader
        back={
          <Link to="/gateway/clients" activeOptions={{ exact: true }}>
            {t('clients.title')}
          </Link>
        }
        title={client.name}
        lead={client.client_id}
        badge={<ClientBadge client={client} />}
        actions={
          <>
            {allowed.includes('rotate') && (
              <Button variant="default" onClick={() => setIsRotating(true)}>
                {t('clients.act.rotate')}
              </Button>
            )}
            <ActionButtons
              allowed={allowed}
              actions={[
                {
                  name: 'disable',
                  label: t('clients.act.disable'),
                  consequence: t('clients.consequence.disable'),
                  tone: 'grave',
                  run: async () => {
                    await disable(client);
                    await refresh(queries);
                  },
                },
              ]}
            />
          </>
        }
      />
      <Stack>
        {made && <SecretAlert made={made} />}
        {(state === 'ending' || state === 'expired') && (
          <Alert color="yellow" title={t(`clients.state.${state}`)}>
            {t('clients.ending_hint', { until: formatDateTime(client.secret_expires_at) })}
          </Alert>
        )}
        <Panel title={t('clients.about')}>
          <DefinitionList
            items={[
              { term: t('accounts.unit'), value: client.unit_code },
              { term: t('accounts.scope'), value: client.national ? t('session.national') : null },
              { term: t('clients.expires'), value: when(client.secret_expires_at) },
              { term: t('clients.before_until'), value: when(client.before_until) },
              { term: t('clients.used'), value: when(client.last_used_at) ?? t('clients.never') },
              { term: t('accounts.created'), value: when(client.created_at) },
              { term: t('accounts.disabled'), value: when(client.disabled_at) },
            ]}
          />
        </Panel>
        <Panel title={t('clients.scopes')}>
          <List size="sm" spacing="xs">
            {client.scopes.map((scope) => (
              <List.Item key={scope}>
                <Code>{scope}</Code>
              </List.Item>
            ))}
          </List>
        </Panel>
      </Stack>
      {isRotating && <RotateDialog client={client} onMade={setMade} onClose={() => setIsRotating(false)} />}
    </>
  );
}
