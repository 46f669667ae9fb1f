import { Container, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { body, registry } from '../../shared/api/client';
import { formatImprecise } from '../../shared/format/dates';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { Marks } from '../../shared/ui/kept/Marks';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { StatusBadge } from '../../shared/ui/StatusBadge';

/** What the certificate is worth, in a sentence. */
function standing({ demo, status }: { demo: boolean; status: string }) {
  if (demo) return 'demo_sheet';
  return status === 'granted' ? 'genuine' : 'not_valid';
}

const route = getRouteApi('/verify/$code');

/** For whoever holds a certificate: whether it is genuine. Nobody signs in for this. */
export function Verify() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const found = useQuery({
    queryKey: ['registry', 'verify', code],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/recognitions/verify/{code}', { params: { path: { code } }, signal })),
  });
  return (
    <Container component="main" size="sm" py="xl">
      <QueryState query={found}>
        {(one) => (
          <>
            <PageHeader
              title={t('registry_recognitions.verified', { code: one.code })}
              badge={
                <>
                  <StatusBadge
                    tone={one.status === 'granted' ? 'good' : 'bad'}
                    label={t(`registry_recognitions.status.${one.status}`)}
                  />
                  <Marks demo={one.demo} verified />
                </>
              }
            />
            <Text mb="md" fw={600}>
              {t(`registry_recognitions.${standing(one)}`)}
            </Text>
            <Panel title={t('registry_recognitions.certificate')}>
              <DefinitionList
                items={[
                  { term: t('registry_recognitions.field.recipient'), value: one.recipient, wide: true },
                  { term: t('registry_recognitions.field.title'), value: one.title },
                  { term: t('registry_recognitions.field.giver'), value: one.giver },
                  { term: t('registry_recognitions.field.achievement'), value: one.achievement, wide: true },
                  { term: t('registry_recognitions.field.decision_number'), value: one.decision_number },
                  { term: t('registry_recognitions.field.decided'), value: formatImprecise(one.decided) },
                ]}
              />
            </Panel>
          </>
        )}
      </QueryState>
    </Container>
  );
}
