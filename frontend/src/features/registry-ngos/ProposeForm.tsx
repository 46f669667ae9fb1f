import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RecordForm } from '../../shared/ui/form/RecordForm';
import { useRecordForm } from '../../shared/ui/form/useRecordForm';
import { PageHeader } from '../../shared/ui/PageHeader';
import { NgoInputs, useNgoRules } from './NgoInputs';
import type { Ngo } from './ngos';
import { type Proposal, propose } from './proposals';
import { FIELDS, toValues, toWire, type Values } from './values';

type Proposed = Values & { reason: string; source: string };

/** What another unit keeps, one proposes to change: the same fields, and why. */
export function ProposeForm({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { needed, rules } = useNgoRules();
  const edit = useRecordForm<Proposed, Proposal>({
    toValues: () => ({ ...toValues(ngo), reason: '', source: '' }),
    validate: { ...rules, reason: needed },
    save: ({ reason, source, ...values }, { key }) => propose(ngo, toWire(values), reason, source, key),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['registry', 'proposals'] });
      leave();
    },
  });
  const leave = () =>
    void navigate({
      to: '/registry/ngos/$ngoId',
      params: { ngoId: ngo.id },
      search: { tab: 'proposals' },
    });
  return (
    <>
      <PageHeader
        title={t('registry_ngos.propose_title', { name: ngo.name_vi })}
        lead={t('registry_ngos.propose_lead')}
      />
      <RecordForm
        onSubmit={edit.submit}
        onCancel={leave}
        hasUnsaved={edit.hasUnsaved}
        isSaving={edit.isSaving}
        problem={edit.problem}
        fields={[...FIELDS, 'reason', 'source']}
        consequence={t('registry_ngos.propose_consequence')}
        submit={t('registry_ngos.propose_send')}
      >
        <NgoInputs form={edit.form} />
        <Textarea
          data-wide
          required
          autosize
          minRows={2}
          label={t('action.reason')}
          {...edit.form.getInputProps('reason')}
        />
        <TextInput data-wide label={t('kept.field.source')} {...edit.form.getInputProps('source')} />
      </RecordForm>
    </>
  );
}
