import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../shared/api/problem';
import { FormErrors } from '../../shared/ui/form/FormErrors';

type Props = {
  name: 'appraise' | 'approve';
  fields: readonly string[];
  problem: ApiProblem | null;
  isRunning: boolean;
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A step that asks for facts: what it brings about, its fields, and a refusal where one looks. */
export function StepDialog({ name, fields, problem, isRunning, onSubmit, onClose, children }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`aid_grants.act.${name}`)}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <FormErrors problem={problem} fields={fields} />
          <Text>{t(`aid_grants.consequence.${name}`)}</Text>
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={isRunning}>
              {t(`aid_grants.act.${name}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
