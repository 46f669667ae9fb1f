import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem';
import { problemSentence } from './problemSentence';
import classes from './states.module.css';

type Props = { onRetry?: () => void } & (
  | { problem: ApiProblem; title?: never }
  | { problem?: never; title: string }
);

/** What could not be shown and why; the request's number is what support will ask for. */
export function ErrorState({ problem, title, onRetry }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="alert">
      <p className={classes.title}>{problem ? t('problem.not_loaded') : title}</p>
      {problem && <p className={classes.hint}>{problemSentence(problem)}</p>}
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
      {problem?.requestId && (
        <p className={classes.trace}>{t('problem.request_id', { id: problem.requestId })}</p>
      )}
    </div>
  );
}
