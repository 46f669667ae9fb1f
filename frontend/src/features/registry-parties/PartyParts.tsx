import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, today } from '../../shared/format/dates';
import { StepButton } from '../../shared/ui/kept/StepButton';
import { May } from '../../shared/ui/May';
import { Panel } from '../../shared/ui/Panel';
import { type Party, parties } from './parties';

const KINDS = ['courtesy_call', 'working_session', 'letter', 'other'] as const;

/** Writing a contact into the log. */
export function PartySteps({ record }: { record: Party }) {
  const { t } = useTranslation();
  const options = KINDS.map((value) => ({ value, label: t(`registry_parties.contact.${value}`) }));
  return (
    <May do="registry_add_party_contact">
      <StepButton
        label={t('registry_parties.add_contact')}
        consequence={t('registry_parties.add_contact_hint')}
        given={{ on: today(), kind: 'courtesy_call' }}
        fields={[
          { name: 'on', label: t('registry_parties.contact_on'), kind: 'day', required: true },
          {
            name: 'kind',
            label: t('registry_parties.contact_kind'),
            kind: 'choice',
            options,
            required: true,
          },
          { name: 'summary', label: t('registry_parties.contact_summary'), kind: 'lines', required: true },
        ]}
        run={(values) => parties.step(record, 'contacts', values)}
      />
    </May>
  );
}

/** Courtesy calls and sessions, newest first. */
export function PartyParts({ record }: { record: Party }) {
  const { t } = useTranslation();
  const contacts = [...(record.contacts ?? [])].sort((one, other) => other.on.localeCompare(one.on));
  return (
    <Panel title={t('registry_parties.contacts')}>
      {contacts.length === 0 && <p>{t('registry_parties.no_contacts')}</p>}
      <List spacing={6} size="sm">
        {contacts.map(({ on, kind, summary }) => (
          <List.Item key={on + summary}>
            {formatDate(on)} · {t(`registry_parties.contact.${kind}`)}: {summary}
          </List.Item>
        ))}
      </List>
    </Panel>
  );
}
