/** A step as its dialog holds it, and as the wire wants it. */
import type { Outcome, Stance, StepBody } from './steps';
import type { Kind, StepName } from './words';

export type Values = {
  on: string | null;
  number: string;
  dated: string | null;
  issuer: string;
  summary: string;
  document: string | null;
  reason: string;
  bodies: string[];
  body: string | null;
  stance: Stance;
  certificate: string;
  issued_on: string | null;
  valid_from: string | null;
  valid_to: string | null;
  provinces: string[];
};

export const first = (today: string): Values => ({
  on: today,
  number: '',
  dated: today,
  issuer: '',
  summary: '',
  document: null,
  reason: '',
  bodies: [],
  body: null,
  stance: 'agree',
  certificate: '',
  issued_on: null,
  valid_from: null,
  valid_to: null,
  provinces: [],
});

/** What a decision of each kind says of the certificate; other kinds end without one. */
export const DECIDES: Partial<Record<Kind, readonly (keyof Values)[]>> = {
  grant: ['certificate', 'issued_on', 'valid_from', 'valid_to', 'provinces'],
  extend: ['valid_to', 'certificate'],
  amend: ['certificate', 'provinces'],
  reissue: ['certificate'],
};

const CALLED: Record<string, readonly (keyof Values)[]> = {
  paper: ['issuer', 'summary'],
  'paper.document_id': ['document'],
  'outcome.number': ['certificate'],
};

/** The fields of the dialog that a path of the wire's stands for. */
export const fieldsAt = (path: string): readonly string[] =>
  CALLED[path] ?? [path.replace(/^(paper|outcome)\./, '')];

/** Only what somebody filled in: an empty field says nothing. */
export function toBody(name: StepName, kind: Kind, values: Values): StepBody {
  const { on, number, dated, issuer, summary, document, reason } = values;
  const hasPaper = issuer.trim() !== '' || summary.trim() !== '';
  return {
    ...(on && { on }),
    ...(hasPaper && {
      paper: {
        dated: dated ?? '',
        issuer: issuer.trim(),
        summary: summary.trim(),
        ...(number.trim() && { number: number.trim() }),
        ...(document && { document_id: document }),
      },
    }),
    ...(reason.trim() && { reason: reason.trim() }),
    ...(name === 'consult' && { bodies: values.bodies }),
    ...(name === 'reply' && { body: values.body ?? '', stance: values.stance }),
    ...(name === 'grant' && { outcome: outcome(kind, values) }),
  };
}

function outcome(kind: Kind, values: Values): Outcome {
  const asked = DECIDES[kind] ?? [];
  const has = (name: keyof Values) => asked.includes(name) && values[name] && values[name].length > 0;
  return {
    ...(has('certificate') && { number: values.certificate.trim() }),
    ...(has('issued_on') && { issued_on: values.issued_on }),
    ...(has('valid_from') && { valid_from: values.valid_from }),
    ...(has('valid_to') && { valid_to: values.valid_to }),
    ...(has('provinces') && { provinces: values.provinces }),
  };
}
