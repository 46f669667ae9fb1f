import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../api/problem';
import { FormErrors } from './FormErrors';
import classes from './RecordForm.module.css';
import { UnsavedGuard } from './UnsavedGuard';

type Props = {
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  onCancel: () => void;
  hasUnsaved: () => boolean;
  isSaving: boolean;
  problem: ApiProblem | null;
  /** The paths of the fields inside. */
  fields: readonly string[];
  /** What saving brings about, when it is more than keeping the values. */
  consequence?: string;
  /** What the button says when it does more than save. */
  submit?: string;
  children: ReactNode;
};

/** The frame of a form: the refusal on top, the fields, and Save where the thumb is. */
export function RecordForm({
  onSubmit,
  onCancel,
  hasUnsaved,
  isSaving,
  problem,
  fields,
  consequence,
  submit,
  children,
}: Props) {
  const { t } = useTranslation();
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <FormErrors problem={problem} fields={fields} />
      <div className={classes.fields}>{children}</div>
      <div className={`${classes.foot} no-print`}>
        {consequence && <p className={classes.consequence}>{consequence}</p>}
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" loading={isSaving}>
          {submit ?? t('action.save')}
        </Button>
      </div>
      <UnsavedGuard hasUnsaved={hasUnsaved} />
    </form>
  );
}
