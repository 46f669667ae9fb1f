/** Entering and correcting a certificate. */
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import { idempotency, ifMatch, MERGE_PATCH } from '../../shared/api/preconditions';

export type CertificateIn = components['schemas']['CertificateIn'];
export type CertificateFacts = Omit<CertificateIn, 'id' | 'ngo_id'>;

export const createCertificate = (certificate: CertificateIn, key: string) =>
  body(registry.POST('/v1/certificates', { params: { header: idempotency(key) }, body: certificate }));

export const changeCertificate = (id: string, version: number, facts: CertificateFacts) =>
  body(
    registry.PATCH('/v1/certificates/{certificate_id}', {
      params: { path: { certificate_id: id }, header: ifMatch({ version }) },
      body: facts,
      headers: MERGE_PATCH,
    }),
  );
