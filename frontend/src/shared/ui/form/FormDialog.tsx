import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../api/problem';
import { type Fields, FormErrors } from './FormErrors';

type Props = {
  title: string;
  /** What the button that sends says; the title where it is not told. */
  action?: string;
  /** A refusal, shown where the person is looking. */
  problem: ApiProblem | null;
  /** The form inside, whose fields say what was refused of them. */
  form?: Fields;
  isPending: boolean;
  size?: 'md' | 'lg';
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A few fields that are sent together, in a dialog of their own. */
export function FormDialog(props: Props) {
  const { title, action, problem, form, isPending, size, onSubmit, onClose, children } = props;
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <FormErrors problem={problem} form={form} />
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {action ?? title}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
