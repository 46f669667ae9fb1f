import { Button, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate, today } from '../../shared/format/dates';
import { CardTable } from '../../shared/ui/CardTable';
import { DateText } from '../../shared/ui/DateText';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { CertificateLines } from './CertificateLines';
import { Clocks } from './Clocks';
import { CorrectPast } from './CorrectPast';
import { type Certificate, type Ngo, ngoCertificatesQuery } from './ngos';
import { Obligations } from './Obligations';
import { inForce, named, provincesQuery } from './places';
import { ends, state, TONE } from './standing';

const HEADS = ['number', 'kind', 'issuer', 'valid_from', 'valid_to', 'provinces', 'state'] as const;

/** The NGO's certificates, newest first, each with how it stands today. */
export function Certificates({ ngo }: { ngo: Ngo }) {
  const { t } = useTranslation();
  const mayChange = ngo.allowed_actions?.includes('update');
  const add: string = `/registry/ngos/${ngo.id}/certificates/new`;
  return (
    <Stack>
      <Clocks ngo={ngo} />
      <Panel
        title={t('registry_ngos.tab.certificates')}
        actions={
          mayChange && (
            <Button component={Link} to={add} variant="default">
              {t('registry_ngos.add_certificate')}
            </Button>
          )
        }
      >
        <QueryState query={useQuery(ngoCertificatesQuery(ngo.id))}>
          {({ items }) =>
            items.length === 0 ? (
              <p>{t('registry_ngos.no_certificate')}</p>
            ) : (
              <>
                <CertificateLines certificates={items} />
                <CardTable heads={HEADS.map((name) => t(`registry_certificates.field.${name}`))}>
                  {items.map((one) => (
                    <Line key={one.id} certificate={one} mayChange={mayChange ?? false} />
                  ))}
                </CardTable>
              </>
            )
          }
        </QueryState>
      </Panel>
      <Obligations ngo={ngo} />
    </Stack>
  );
}

function Line({ certificate, mayChange }: { certificate: Certificate; mayChange: boolean }) {
  const { t, i18n } = useTranslation();
  // as they were called on the day of issue
  const province = named(inForce(useQuery(provincesQuery).data, certificate.issued_on), i18n.language);
  const head = (name: (typeof HEADS)[number]) => t(`registry_certificates.field.${name}`);
  const stands = state(certificate, today());
  const edit: string = `/registry/certificates/${certificate.id}/edit`;
  const former = certificate.former ?? [];
  return (
    <>
      <Table.Tr>
        <Table.Td style={{ whiteSpace: 'nowrap' }}>
          {mayChange ? <Link to={edit}>{certificate.number}</Link> : certificate.number}
        </Table.Td>
        <Table.Td data-label={head('kind')}>{t(`registry_certificates.kind.${certificate.kind}`)}</Table.Td>
        <Table.Td data-label={head('issuer')}>{certificate.issuer}</Table.Td>
        <Table.Td data-label={head('valid_from')}>
          <DateText value={certificate.valid_from} />
        </Table.Td>
        <Table.Td data-label={head('valid_to')}>
          <DateText value={ends(certificate)} />
        </Table.Td>
        <Table.Td data-label={head('provinces')}>{certificate.provinces.map(province).join(', ')}</Table.Td>
        <Table.Td data-label={head('state')}>
          <StatusBadge tone={TONE[stands]} label={t(`registry_certificates.state.${stands}`)} />
          {certificate.suspensions?.map(({ since, lifted_on }) => (
            <Text key={since} size="xs">
              {t('registry_certificates.suspension', {
                since: formatDate(since),
                until: formatDate(lifted_on),
              })}
            </Text>
          ))}
        </Table.Td>
      </Table.Tr>
      {former.length > 0 && (
        <Table.Tr>
          <Table.Td colSpan={HEADS.length}>
            {former.map(({ until, provinces }) => (
              <Text key={until} size="xs">
                {certificate.number} ·{' '}
                {t('registry_certificates.former', {
                  date: formatDate(until),
                  provinces: provinces.map(province).join(', '),
                })}
              </Text>
            ))}
            {mayChange && <CorrectPast certificate={certificate} />}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
