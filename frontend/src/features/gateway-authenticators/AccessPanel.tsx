import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format/dates';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { Panel } from '../../shared/ui/Panel';
import { aboutMeQuery, objectToAccess } from './authenticators';

const KNOWN = ['proposed', 'confirmed', 'declined'] as const;

/** What administrators asked for or did about one's own way in; there only if they did. */
export function AccessPanel() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const found = useQuery(aboutMeQuery).data?.items ?? [];
  const object = useMutation({
    mutationFn: objectToAccess,
    onSuccess: () => client.invalidateQueries({ queryKey: aboutMeQuery.queryKey }),
  });
  if (found.length === 0) return null;
  return (
    <Panel title={t('security.access')}>
      <Stack>
        <Text size="sm">{t('security.access_hint')}</Text>
        <FormErrors problem={object.error} />
        {found.map((one) => {
          const status = KNOWN.find((word) => word === one.status) ?? 'proposed';
          const who = one.decided_name ? `${one.proposed_name}, ${one.decided_name}` : one.proposed_name;
          return (
            <Group key={one.id} justify="space-between" wrap="nowrap">
              <Text size="sm">
                {t(`access_requests.kind.${one.kind}`)} · {t(`role_grants.status.${status}`)} · {who},{' '}
                <span className="tabular">{formatDateTime(one.updated_at)}</span>
                <br />
                {one.reason}
              </Text>
              {one.allowed_actions?.includes('object') && (
                <Button
                  variant="light"
                  color="red"
                  loading={object.isPending && object.variables.id === one.id}
                  onClick={() => object.mutate(one)}
                >
                  {t('access_requests.act.object')}
                </Button>
              )}
            </Group>
          );
        })}
      </Stack>
    </Panel>
  );
}
