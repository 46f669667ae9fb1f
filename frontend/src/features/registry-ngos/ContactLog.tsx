import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../shared/api/session';
import { formatDate, today } from '../../shared/format/dates';
import { StepButton } from '../../shared/ui/kept/StepButton';
import type { Field } from '../../shared/ui/kept/sheet';
import { useNames } from '../../shared/ui/kept/useNames';
import { May, useMay } from '../../shared/ui/May';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { CHANNELS, type Contact, contacts, contactsQuery } from './contacts';
import type { Ngo } from './ngos';

function useFields(): Field[] {
  const { t } = useTranslation();
  const options = CHANNELS.map((value) => ({ value, label: t(`registry_contacts.channel.${value}`) }));
  return [
    { name: 'held_on', label: t('registry_contacts.field.held_on'), kind: 'day', required: true },
    {
      name: 'channel',
      label: t('registry_contacts.field.channel'),
      kind: 'choice',
      options,
      required: true,
    },
    { name: 'ours', label: t('registry_contacts.field.ours'), kind: 'text', required: true },
    { name: 'theirs', label: t('registry_contacts.field.theirs'), kind: 'text' },
    { name: 'summary', label: t('registry_contacts.field.summary'), kind: 'lines', required: true },
    { name: 'next_step', label: t('registry_contacts.field.next_step'), kind: 'text' },
    { name: 'next_due_on', label: t('registry_contacts.field.next_due_on'), kind: 'day' },
  ];
}

/** What one's union and the organisation had to do with each other; no other union reads it. */
export function ContactLog({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  const fields = useFields();
  const me = useQuery(sessionQuery).data?.person;
  return (
    <Panel
      title={t('registry_ngos.tab.contacts')}
      actions={
        <May do="registry_create_contact">
          <StepButton
            label={t('registry_contacts.add')}
            consequence={t('registry_contacts.add_hint')}
            given={{ held_on: today(), channel: 'meeting', ours: me?.name }}
            fields={fields}
            run={(values) => contacts.create({ ...values, ngo_id: ngo.id }, crypto.randomUUID())}
          />
        </May>
      }
    >
      <QueryState query={useQuery(contactsQuery(ngo.id))}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('registry_contacts.empty')}</Text>
          ) : (
            <Stack gap="lg">
              {items.map((one) => (
                <Entry key={one.id} contact={one} fields={fields} mine={me?.unit_id} />
              ))}
            </Stack>
          )
        }
      </QueryState>
    </Panel>
  );
}

type EntryProps = { contact: Contact; fields: readonly Field[]; mine: string | null | undefined };

function Entry({ contact, fields, mine }: EntryProps) {
  const { t } = useTranslation();
  const { units } = useNames();
  const mayChange = useMay('registry_update_contact') && contact.unit_id === mine;
  const { next_step, next_due_on, next_done_on } = contact;
  const isLate = !next_done_on && next_due_on && next_due_on < today();
  const head = [
    formatDate(contact.held_on),
    t(`registry_contacts.channel.${contact.channel}`),
    [contact.ours, contact.theirs].filter(Boolean).join(' – '),
    contact.unit_id !== mine && units.find(({ value }) => value === contact.unit_id)?.label,
  ];
  return (
    <article>
      <Text fw={500}>{head.filter(Boolean).join(' · ')}</Text>
      <Text style={{ whiteSpace: 'pre-line' }}>{contact.summary}</Text>
      {next_step && (
        <Group gap="xs" my={4}>
          <Text size="sm">
            {t('registry_contacts.next', { step: next_step })}
            {next_due_on && ` ${t('registry_contacts.due', { day: formatDate(next_due_on) })}`}
          </Text>
          {next_done_on ? (
            <StatusBadge tone="good" label={t('registry_contacts.done', { day: formatDate(next_done_on) })} />
          ) : (
            <StatusBadge
              tone={isLate ? 'bad' : 'progress'}
              label={t(isLate ? 'registry_contacts.late' : 'registry_contacts.waiting')}
            />
          )}
        </Group>
      )}
      {mayChange && (
        <Group gap="xs" mt={4} className="no-print">
          {next_step && !next_done_on && (
            <StepButton
              label={t('registry_contacts.close')}
              consequence={t('registry_contacts.close_hint')}
              given={{ next_done_on: today() }}
              fields={[
                {
                  name: 'next_done_on',
                  label: t('registry_contacts.field.next_done_on'),
                  kind: 'day',
                  required: true,
                },
              ]}
              run={(values) => contacts.change(contact.id, contact.version, values)}
            />
          )}
          <StepButton
            label={t('kept.edit')}
            consequence={t('registry_contacts.add_hint')}
            given={contact}
            fields={fields}
            run={(values) => contacts.change(contact.id, contact.version, values)}
          />
        </Group>
      )}
    </article>
  );
}
