import { Alert, List } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiProblem, fieldPath } from '../../api/problem';
import { problemSentence } from '../problemSentence';
import { toFirstError } from './firstError';

/** What a form of `useForm` is asked for here: which fields it has, and to show what is wrong with them. */
export type Fields = { values: object; setErrors: (errors: Record<string, string>) => void };

type Props = {
  problem: ApiProblem | null;
  /** The paths the form shows itself; errors on other paths are listed here, so none is lost. */
  fields?: readonly string[];
  /** The form whose fields then say what is wrong with them. */
  form?: Fields | undefined;
  /** Under which fields of the form a path of the server's stands, where they are called otherwise. */
  at?: (path: string) => readonly string[];
};

const same = (path: string): readonly string[] => [path];

/** A refusal in place: the sentence, and what no field of the form could show. */
export function FormErrors({ problem, fields, form, at = same }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const held = useRef(form);
  held.current = form;
  const where = useRef(at);
  where.current = at;
  useEffect(() => {
    const one = held.current;
    if (!problem || !one) return;
    const told = problem.errors.flatMap(({ pointer, detail }) =>
      where.current(fieldPath(pointer)).map((path) => [path, detail] as const),
    );
    one.setErrors(Object.fromEntries(told.filter(([path]) => path in one.values)));
    toFirstError(box.current?.closest('form'));
  }, [problem]);
  if (!problem) return null;
  const shown = fields ?? Object.keys(form?.values ?? {});
  const sentence = problemSentence(problem);
  // a refusal of one value says the same twice
  const elsewhere = problem.errors.filter(
    ({ pointer, detail }) =>
      !at(fieldPath(pointer)).some((path) => shown.includes(path)) && detail !== sentence,
  );
  return (
    <Alert
      ref={box}
      color="red"
      variant="light"
      role="alert"
      title={problem.isUnexpected ? t('problem.not_saved') : undefined}
    >
      {sentence}
      {elsewhere.length > 0 && (
        <List size="sm" mt={6}>
          {elsewhere.map(({ pointer, detail }) => (
            <List.Item key={pointer + detail}>{detail}</List.Item>
          ))}
        </List>
      )}
      {problem.isUnexpected && problem.requestId && (
        <div>{t('problem.request_id', { id: problem.requestId })}</div>
      )}
    </Alert>
  );
}
