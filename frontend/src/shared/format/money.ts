/** Money in words an official would write: 594,5 tỷ đồng; gần 25,8 triệu USD. Never adds, never converts. */
import i18n from 'i18next';
import { formatNumber } from './numbers';

export type Money = { amount: string; currency: string };
export type Qualifier = 'exact' | 'over' | 'almost' | 'about' | 'planned';

const unitOf = (currency: string): string => (currency === 'VND' ? i18n.t('money.dong') : currency);

/** Every digit: 594.500.000.000 đồng. */
export function formatMoney({ amount, currency }: Money): string {
  return `${formatNumber(amount)} ${unitOf(currency)}`;
}

/** One decimal of the largest fitting scale: 594,5 tỷ đồng, 25,8 triệu USD. Below a million, every digit. */
export function formatMoneyCompact(money: Money): string {
  const amount = Number(money.amount);
  const scales = [
    // From here one decimal of a million would read 1.000.
    { from: 999_950_000, unit: 1e9, word: i18n.t('money.billion') },
    { from: 1e6, unit: 1e6, word: i18n.t('money.million') },
  ];
  const scale = scales.find(({ from }) => Math.abs(amount) >= from);
  if (!scale) return formatMoney(money);
  return `${formatNumber(amount / scale.unit, 1)} ${scale.word} ${unitOf(money.currency)}`;
}

/** `gần 594,5 tỷ đồng`: what a report said about how exact its number is, kept. */
export function qualified(text: string, qualifier: Qualifier = 'exact'): string {
  return qualifier === 'exact' ? text : `${i18n.t(`qualifier.${qualifier}`)} ${text}`;
}
