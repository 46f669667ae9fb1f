import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryState } from '../../shared/ui/QueryState';
import { CertificateForm } from './CertificateForm';
import { type Certificate, certificateQuery, ngoQuery } from './certificate';

const added = getRouteApi('/shell/registry/ngos/$ngoId/certificates/new');
const edited = getRouteApi('/shell/registry/certificates/$certificateId/edit');

export function NewCertificate() {
  const { ngoId } = added.useParams();
  return <QueryState query={useQuery(ngoQuery(ngoId))}>{(ngo) => <CertificateForm ngo={ngo} />}</QueryState>;
}

/** The form begins only with the certificate and its NGO at hand. */
export function EditCertificate() {
  const { certificateId } = edited.useParams();
  return (
    <QueryState query={useQuery(certificateQuery(certificateId))}>
      {(certificate) => <OfNgo certificate={certificate} />}
    </QueryState>
  );
}

function OfNgo({ certificate }: { certificate: Certificate }) {
  return (
    <QueryState query={useQuery(ngoQuery(certificate.ngo_id))}>
      {(ngo) => <CertificateForm ngo={ngo} certificate={certificate} />}
    </QueryState>
  );
}
