import { beforeAll, expect, test } from 'vitest';
import { startLanguage } from '../i18n/setup';
import { formatActingAs, inPlaceOf } from './actingAs';

const LENT = 'approver@0190a5b2-0000-7000-8000-000000000001';

beforeAll(startLanguage);

test('an own role is its name, a colleague\u2019s says so', () => {
  expect(formatActingAs('officer')).toBe('Chuyên viên');
  expect(formatActingAs(LENT)).toBe('Phê duyệt (được ủy quyền)');
  expect(formatActingAs('unheard-of')).toBe('unheard-of');
});

test('beside a name only the colleague\u2019s roles are told', () => {
  expect(inPlaceOf(['officer', LENT])).toEqual(['Phê duyệt (được ủy quyền)']);
});
