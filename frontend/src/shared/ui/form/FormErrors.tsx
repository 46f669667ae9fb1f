import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ApiProblem, fieldPath } from '../../api/problem';
import { problemSentence } from '../problemSentence';

type Props = {
  problem: ApiProblem | null;
  /** The paths the form shows itself; errors on other paths are listed here, so none is lost. */
  fields: readonly string[];
};

/** A refusal in place: the sentence, and what no field of the form could show. */
export function FormErrors({ problem, fields }: Props) {
  const { t } = useTranslation();
  if (!problem) return null;
  const sentence = problemSentence(problem);
  // a refusal of one value says the same twice
  const elsewhere = problem.errors.filter(
    ({ pointer, detail }) => !fields.includes(fieldPath(pointer)) && detail !== sentence,
  );
  return (
    <Alert
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
