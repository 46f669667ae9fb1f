import '@mantine/notifications/styles.layer.css';
import { Notifications, notifications } from '@mantine/notifications';
import i18n from 'i18next';
import type { ApiProblem } from '../shared/api/problem';
import { problemSentence } from '../shared/ui/problemSentence';

/** Faults of the system, said once in the corner; the screen under it stays usable. */
export function Toasts() {
  return <Notifications position="bottom-right" limit={3} />;
}

export function showProblem(problem: ApiProblem): void {
  const trace =
    problem.isUnexpected && problem.requestId
      ? ` ${i18n.t('problem.request_id', { id: problem.requestId })}`
      : '';
  notifications.show({
    color: 'red',
    title: problem.isUnexpected ? i18n.t('problem.unexpected') : problem.title,
    message: problemSentence(problem) + trace,
    closeButtonProps: { 'aria-label': i18n.t('action.close') },
  });
}
