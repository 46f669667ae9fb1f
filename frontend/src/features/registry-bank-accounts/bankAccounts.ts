/** Accounts that NGOs have notified: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type BankAccount = components['schemas']['BankAccountOut'];
export type BankAccountItem = components['schemas']['BankAccountItem'];

export const bankAccounts = collection<BankAccountItem, BankAccount>('bank-accounts');
