import { useTranslation } from 'react-i18next';
import type { Candidate } from './duplicates';

/** Why a record may be of the same organisation, in the reader's language. */
export function Reasons({ candidate }: { candidate: Candidate }) {
  const { i18n } = useTranslation();
  return candidate.reasons.map((reason) => (i18n.language === 'en' ? reason.en : reason.vi)).join(' ');
}
