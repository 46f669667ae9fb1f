/** The closed word lists of a dossier, as the contract names them. */
import type { components } from '../../shared/api/generated/aid';
import type { Tone } from '../../shared/ui/StatusBadge';
import type { Grant } from './grant';

export type Form = components['schemas']['Form'];
export const FORMS = [
  'programme',
  'project',
  'non_project',
  'emergency_relief',
  'recovery',
] as const satisfies readonly Form[];

export type Status = Grant['status'];
export const STATUS_TONE = {
  draft: 'neutral',
  submitted: 'progress',
  supplement_requested: 'warning',
  appraised: 'progress',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
} as const satisfies Record<string, Tone>;
export const STATUSES = Object.keys(STATUS_TONE) as (keyof typeof STATUS_TONE)[];

export const DOCUMENT_KINDS = [
  'request',
  'donor_agreement',
  'project_document',
  'donor_status',
  'certificate_copy',
  'goods_list',
  'other',
] as const;

export const tone = (status: string): Tone => STATUS_TONE[status as keyof typeof STATUS_TONE] ?? 'neutral';
