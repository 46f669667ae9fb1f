import i18n from 'i18next';
import type { ApiProblem } from '../api/problem';

/** The server's own sentence where it gave one; ours where nothing answered. */
export function problemSentence(problem: ApiProblem): string {
  if (problem.code === 'network') return i18n.t('problem.network');
  return problem.detail || problem.title || i18n.t('problem.unknown', { status: problem.status });
}
