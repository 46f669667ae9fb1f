/** A role as the change log names it: one held for an absent colleague is marked with whose it is. */
import i18n from 'i18next';

const LENT = /^([a-z_]+)@[0-9a-f-]{36}$/;

export function formatActingAs(word: string): string {
  const [, role] = LENT.exec(word) ?? [];
  const plain = role ?? word;
  const called = i18n.exists(`role.${plain}`) ? i18n.t(`role.${plain as 'officer'}`) : plain;
  return role ? i18n.t('history.in_place_of', { role: called }) : called;
}

/** Only what was done in somebody else's place is worth saying beside a name. */
export const inPlaceOf = (words: readonly string[]): string[] =>
  words.filter((word) => LENT.test(word)).map(formatActingAs);
