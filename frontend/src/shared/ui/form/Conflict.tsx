/** What somebody else changed meanwhile: seldom seen, so it comes when it is needed. */
import { onDemand } from '../onDemand';

export type { FieldText } from './ConflictDialog';
export const ConflictDialog = onDemand(() => import('./ConflictDialog').then((m) => m.ConflictDialog));
