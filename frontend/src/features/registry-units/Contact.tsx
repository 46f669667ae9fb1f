import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../shared/ui/DefinitionList';
import { Panel } from '../../shared/ui/Panel';
import type { Unit } from './units';

/** Only http addresses become links: the text is data, and data may hold any scheme. */
const isWebAddress = (text: string) => /^https?:\/\//.test(text);

/** Where the union is and how it is reached. */
export function Contact({ unit: { address, phone, fax, email, website } }: { unit: Unit }) {
  const { t } = useTranslation();
  if (!address && !phone && !fax && !email && !website)
    return (
      <Panel title={t('registry_units.contact')}>
        <p>{t('registry_units.no_contact')}</p>
      </Panel>
    );
  return (
    <Panel title={t('registry_units.contact')}>
      <DefinitionList
        items={[
          { term: t('registry_units.field.address'), value: address, wide: true },
          {
            term: t('registry_units.field.phone'),
            value: phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>,
          },
          { term: t('registry_units.field.fax'), value: fax },
          {
            term: t('registry_units.field.email'),
            value: email && <a href={`mailto:${email}`}>{email}</a>,
          },
          {
            term: t('registry_units.field.website'),
            value:
              website && isWebAddress(website) ? (
                <a href={website} target="_blank" rel="noreferrer">
                  {website}
                </a>
              ) : (
                website
              ),
          },
        ]}
      />
    </Panel>
  );
}
