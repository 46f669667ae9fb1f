import { Checkbox, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import { isAccount, keyOf, nameOf, type Part, type Service } from './subject';

type Props = {
  service: Service;
  part: Part;
  chosen: ReadonlySet<string>;
  /** The account that was asked about: it is erased with the person. */
  account: string | null;
  onChoose: (keys: string[], isChosen: boolean) => void;
};

/** The records of one part; those that stay chosen are erased. */
export function Records({ service, part, chosen, account, onChoose }: Props) {
  const { t, i18n } = useTranslation();
  if (part.records.length === 0) return null;
  const kind = (resource: string) =>
    i18n.exists(`changes.resource.${resource}`) ? t(`changes.resource.${resource as 'ngos'}`) : resource;
  const all = part.records.filter((one) => !isAccount(one)).map((one) => keyOf(service, one));
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table verticalSpacing="xs" aria-label={t('subject_exports.records')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Checkbox
                checked={all.length > 0 && all.every((key) => chosen.has(key))}
                indeterminate={all.some((key) => chosen.has(key)) && !all.every((key) => chosen.has(key))}
                disabled={all.length === 0}
                onChange={(event) => onChoose(all, event.currentTarget.checked)}
                label={t('subject_exports.records')}
              />
            </Table.Th>
            <Table.Th>{t('changes.resource_title')}</Table.Th>
            <Table.Th ta="end">{t('subject_exports.version')}</Table.Th>
            <Table.Th ta="end">{t('subject_exports.entries')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {part.records.map((one) => {
            const name = nameOf(one) ?? t('subject_exports.deleted');
            const key = keyOf(service, one);
            return (
              <Table.Tr key={key}>
                <Table.Td>
                  <Checkbox
                    checked={chosen.has(key) || one.id === account}
                    disabled={isAccount(one)}
                    description={
                      isAccount(one) && one.id !== account ? t('subject_exports.account_first') : undefined
                    }
                    onChange={(event) => onChoose([key], event.currentTarget.checked)}
                    label={<Text size="sm">{name}</Text>}
                    aria-label={t('subject_exports.choose', { name })}
                  />
                </Table.Td>
                <Table.Td>{kind(one.resource)}</Table.Td>
                <Table.Td ta="end" className="tabular">
                  {formatNumber(one.version)}
                </Table.Td>
                <Table.Td ta="end" className="tabular">
                  {formatNumber(one.entries)}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
