import { Button, Select, Stack, TagsInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { FormErrors } from '../../shared/ui/form/FormErrors';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { Result } from './Result';
import { accountsQuery, type Export, exportSubject } from './subject';

export type Wanted = { texts: string[]; account_id: string | null };
const SHORTEST = 4;

/** Who asks what is kept of him or her: found, taken as a file, erased. */
export function SubjectPage() {
  const { t } = useTranslation();
  const form = useForm<Wanted>({
    initialValues: { texts: [], account_id: null },
    validate: {
      texts: (texts) =>
        texts.length === 0 || texts.some((one) => one.trim().length < SHORTEST)
          ? t('subject_exports.texts_hint')
          : null,
    },
  });
  // the result belongs to what was asked, not to what is being typed since
  const find = useMutation<{ asked: Wanted; found: Export }, ApiProblem, Wanted>({
    mutationFn: async (asked) => ({ asked, found: await exportSubject(asked) }),
  });
  const again = () => find.data && find.mutate(find.data.asked);
  return (
    <>
      <PageHeader title={t('subject_exports.title')} lead={t('subject_exports.lead')} />
      <Stack>
        <Panel title={t('subject_exports.who')}>
          <form onSubmit={form.onSubmit((asked) => find.mutate(asked))} noValidate>
            <Stack maw={620}>
              <FormErrors problem={find.error} form={form} />
              <TagsInput
                label={t('subject_exports.texts')}
                description={t('subject_exports.texts_hint')}
                required
                maxTags={18}
                acceptValueOnBlur
                clearButtonProps={{ 'aria-label': t('action.clear') }}
                splitChars={[';', '\n']}
                {...form.getInputProps('texts')}
              />
              <AccountChoice {...form.getInputProps('account_id')} />
              <div>
                <Button type="submit" loading={find.isPending}>
                  {t('subject_exports.find')}
                </Button>
              </div>
            </Stack>
          </form>
        </Panel>
        {find.data && <Result key={find.data.found.made_at} {...find.data} onErased={again} />}
      </Stack>
    </>
  );
}

function AccountChoice(field: { value?: string | null; onChange?: (value: string | null) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.split(' · ')[0] ?? '', 300);
  const found = useQuery(accountsQuery(q)).data?.items ?? [];
  return (
    <Select
      label={t('subject_exports.account')}
      description={t('subject_exports.account_hint')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('action.clear') }}
      nothingFoundMessage={t('list.no_choice')}
      searchValue={typed}
      onSearchChange={setTyped}
      // the server has searched: its answer is the choice
      filter={({ options }) => options}
      data={found.map(({ id, name, username }) => ({ value: id, label: `${name} · ${username}` }))}
      {...field}
    />
  );
}
