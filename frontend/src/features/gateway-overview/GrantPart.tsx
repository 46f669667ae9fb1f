import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import { Amount } from '../../shared/ui/Amount';
import classes from './Overview.module.css';
import type { GrantTotals } from './overview';

type Props = { totals: GrantTotals | null; from: string; to: string };

const money = (amount: string | undefined, currency: string) =>
  amount === undefined ? null : { amount, currency };

/** Approved grants by form: count, commitment in both currencies, and the rate printed beside. */
export function GrantPart({ totals, from, to }: Props) {
  const { t, i18n } = useTranslation();
  if (!totals) return <p className={classes.none}>{t('overview.not_for_you')}</p>;
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const rows = [
    ...totals.rows.map(({ key, label, count, committed }) => ({
      key: key.form ?? '',
      name: label[language],
      count,
      committed,
    })),
    { key: 'total', name: t('overview.total'), ...totals.total },
  ];
  return (
    <>
      <p className={classes.figure}>
        {t('overview.approved_between', { from: formatDate(from), to: formatDate(to) })}
      </p>
      <Table.ScrollContainer minWidth={380}>
        <Table verticalSpacing={6} horizontalSpacing={3} fz="sm" className="tabular">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('overview.form')}</Table.Th>
              <Table.Th ta="right">{t('overview.grants_count')}</Table.Th>
              <Table.Th ta="right">VND</Table.Th>
              <Table.Th ta="right">USD</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ key, name, count, committed }) => (
              <Table.Tr key={key} fw={key === 'total' ? 600 : undefined}>
                <Table.Th scope="row" fw="inherit">
                  {name}
                </Table.Th>
                <Table.Td ta="right">{formatNumber(count)}</Table.Td>
                <Table.Td ta="right">
                  <Amount value={money(committed.VND, 'VND')} compact />
                </Table.Td>
                <Table.Td ta="right">
                  <Amount value={money(committed.USD, 'USD')} compact />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {totals.rates.map(({ id, currency, rate, valid_from, verified }) => (
        <p key={id} className={classes.note}>
          {t('overview.rate', { currency, rate: formatNumber(rate), date: formatDate(valid_from) })}
          {!verified && ` ${t('overview.unverified')}`}
        </p>
      ))}
    </>
  );
}
