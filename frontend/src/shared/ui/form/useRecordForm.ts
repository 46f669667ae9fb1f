import { type UseFormInput, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newIdempotencyKey } from '../../api/preconditions';
import { type ApiProblem, fieldPath } from '../../api/problem';
import { toFirstError } from './firstError';

type Versioned = { version: number };
/** What the save call is given: the version the person saw (to change) and the key of this intention (to create). */
export type SaveContext = { version: number | undefined; key: string };
export type Conflict<Values> = { base: Values; mine: Values; theirs: Values };

type Given<Values, Saved extends Versioned> = {
  /** The record being changed; absent when creating. */
  record?: Saved | undefined;
  toValues: (record: Saved | undefined) => Values;
  validate?: UseFormInput<Values>['validate'];
  save: (values: Values, context: SaveContext) => Promise<Saved>;
  /** Reads the record afresh, to show what somebody else changed. */
  reload?: () => Promise<Saved>;
  onSaved: (saved: Saved) => void;
};

/**
 * One form over one record: field errors land on their fields, a stale version opens a merge,
 * the same press twice is the same creation, and leaving unsaved work is noticed.
 */
export function useRecordForm<Values extends Record<string, unknown>, Saved extends Versioned>(
  given: Given<Values, Saved>,
) {
  const [base, setBase] = useState(given.record);
  const [conflict, setConflict] = useState<(Conflict<Values> & { fresh: Saved }) | null>(null);
  const [key, setKey] = useState(newIdempotencyKey);
  const isSaved = useRef(false);
  const form = useForm<Values>({
    initialValues: given.toValues(given.record),
    ...(given.validate && { validate: given.validate }),
  });

  const refused = async (problem: ApiProblem, values: Values) => {
    form.setErrors(
      Object.fromEntries(problem.errors.map(({ pointer, detail }) => [fieldPath(pointer), detail])),
    );
    toFirstError(document.activeElement?.closest('form'));
    // A refused creation is over: the corrected one is another intention, with a key of its own.
    if (!problem.isUnexpected) setKey(newIdempotencyKey());
    if (!problem.isStale || !given.reload) return;
    const fresh = await given.reload();
    setConflict({ fresh, base: given.toValues(base), mine: values, theirs: given.toValues(fresh) });
  };
  const mutation = useMutation({
    mutationFn: ({ values, version }: { values: Values; version: number | undefined }) =>
      given.save(values, { version, key }),
    onError: (problem, { values }) => refused(problem, values),
    onSuccess: (saved) => {
      isSaved.current = true;
      form.resetDirty();
      given.onSaved(saved);
    },
  });

  return {
    form,
    problem: conflict ? null : mutation.error,
    isSaving: mutation.isPending,
    submit: form.onSubmit((values) => mutation.mutate({ values, version: base?.version })),
    /** A function, because the answer is wanted at the moment of leaving. */
    hasUnsaved: () => !isSaved.current && form.isDirty(),
    conflict,
    merge: (values: Values) => {
      if (!conflict) return;
      setBase(conflict.fresh);
      setConflict(null);
      form.setValues(values);
      mutation.mutate({ values, version: conflict.fresh.version });
    },
    dismissConflict: () => setConflict(null),
  };
}
