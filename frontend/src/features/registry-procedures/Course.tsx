import { Alert, List, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../shared/ui/DateText';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { Panel } from '../../shared/ui/Panel';
import { Clocks } from './Clocks';
import { Opinions } from './Opinions';
import { type Procedure, rulesQuery } from './procedure';
import { StepList } from './StepList';
import { Way } from './Way';

/** How far a procedure is, what is due, who was asked, and what happened so far. */
export function Course({ procedure }: { procedure: Procedure }) {
  const { t, i18n } = useTranslation();
  const conditions = useQuery(rulesQuery(procedure.rules_on)).data?.conditions ?? [];
  const intake = conditions.find(
    ({ rule, certificate_kind }) => rule === 'NGO-09' && certificate_kind === procedure.certificate_kind,
  );
  const term = (
    name: 'opened_on' | 'accepted_on' | 'closed_on' | 'expires_on' | 'ends_on' | 'home_registration_until',
  ) => ({
    term: t(`registry_procedures.field.${name}`),
    value: <DateText value={procedure[name]} />,
  });
  return (
    <Stack>
      {procedure.warnings.length > 0 && (
        <Alert color="orange" variant="light" title={t('registry_procedures.warnings')}>
          <List size="sm">
            {procedure.warnings.map((code) => (
              <List.Item key={code}>{t(`registry_procedures.warning.${code as 'filed_late'}`)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Panel title={t('registry_procedures.way')}>
        <Way kind={procedure.kind} status={procedure.status} />
        <Clocks procedure={procedure} />
      </Panel>
      {procedure.opinions.length > 0 && <Opinions procedure={procedure} />}
      <Panel title={t('registry_procedures.steps')}>
        <StepList procedure={procedure} />
      </Panel>
      <Panel title={t('registry_procedures.about')}>
        <DefinitionList
          items={[
            term('opened_on'),
            term('accepted_on'),
            term('closed_on'),
            term('expires_on'),
            ...(procedure.ends_on ? [term('ends_on')] : []),
            term('home_registration_until'),
            ...(procedure.ground
              ? [
                  {
                    term: t('registry_procedures.field.ground'),
                    value: t(`registry_procedures.ground.${procedure.ground as 'prohibited_act'}`),
                    wide: true,
                  },
                ]
              : []),
            ...(intake && procedure.kind === 'grant'
              ? [
                  {
                    term: t('registry_procedures.intake'),
                    value: `${i18n.language === 'en' ? intake.name_en : intake.name_vi} (${intake.instrument}, ${t('registry_procedures.article', { article: intake.article })})`,
                    wide: true,
                  },
                ]
              : []),
            { term: t('registry_procedures.field.note'), value: procedure.note, wide: true },
          ]}
        />
      </Panel>
    </Stack>
  );
}
