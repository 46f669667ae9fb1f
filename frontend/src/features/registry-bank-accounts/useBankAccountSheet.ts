import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type vi from '../../shared/i18n/vi.json';
import type { Sheet } from '../../shared/ui/kept/sheet';
import { useKeptFields } from '../../shared/ui/kept/useKeptFields';
import { type BankAccount, type BankAccountItem, bankAccounts } from './bankAccounts';

type Done = keyof typeof vi.registry_bank_accounts.done;
const CURRENCIES = ['VND', 'USD', 'EUR', 'AUD', 'CAD', 'CHF', 'GBP', 'JPY', 'KRW'];

/** What one of them consists of. The number is asked for and shown masked. */
export function useBankAccountSheet(isNew = false): Sheet<BankAccountItem, BankAccount> {
  const { t } = useTranslation();
  const { names, unit, known } = useKeptFields();
  return useMemo(
    () => ({
      calls: bankAccounts,
      create: 'registry_create_bank_account',
      isEnteredElsewhere: true,
      to: '/registry/bank-accounts',
      fields: [
        unit,
        {
          name: 'bank',
          label: t('registry_bank_accounts.field.bank'),
          kind: 'text',
          required: true,
          wide: true,
        },
        { name: 'branch', label: t('registry_bank_accounts.field.branch'), kind: 'text' },
        { name: 'holder', label: t('registry_bank_accounts.field.holder'), kind: 'text', required: true },
        {
          name: 'currency',
          label: t('registry_bank_accounts.field.currency'),
          kind: 'choice',
          options: CURRENCIES.map((value) => ({ value, label: value })),
        },
        {
          name: 'number_masked',
          label: t('registry_bank_accounts.field.number'),
          kind: 'text',
          shownOnly: true,
        },
        {
          name: 'number',
          label: t('registry_bank_accounts.field.number'),
          hint: t(isNew ? 'registry_bank_accounts.number_hint' : 'registry_bank_accounts.number_stays'),
          kind: 'text',
          formOnly: true,
          required: isNew,
        },
        {
          name: 'notified_on',
          label: t('registry_bank_accounts.field.notified_on'),
          kind: 'day',
          required: true,
        },
        { name: 'letter', label: t('registry_bank_accounts.field.letter'), kind: 'text' },
        { name: 'starts', label: t('registry_bank_accounts.field.starts'), kind: 'imprecise' },
        { name: 'ends', label: t('registry_bank_accounts.field.ends'), kind: 'imprecise' },
        { name: 'ngo_name_vi', label: t('kept.ngo'), kind: 'text', listOnly: true },
        ...known,
      ],
      columns: ['ngo_name_vi', 'number_masked', 'notified_on', 'ends'],
      optional: ['branch', 'holder', 'currency', 'letter', 'starts', 'unit_id'],
      filters: [
        { key: 'unit', label: t('kept.field.unit_id'), kind: 'choice', options: names.codes },
        { key: 'as_of', label: t('registry_bank_accounts.filter.as_of'), kind: 'date' },
      ],
      sortable: 'notified_on',
      title: (record) => record.bank,

      text: {
        title: t('registry_bank_accounts.title'),
        add: t('registry_bank_accounts.add'),
        search: t('registry_bank_accounts.search'),
        empty: t('registry_bank_accounts.empty'),
        empty_hint: t('kept.entered_at_ngo'),
        name: t('registry_bank_accounts.field.bank'),
        done: (action) => t(`registry_bank_accounts.done.${action as Done}`),
      },
    }),
    [t, names, unit, known, isNew],
  );
}
