import { expect, test } from 'vitest';
import { changedFields, type HistoryEntry } from './changes';

const labels = {
  name: { label: 'Tên' },
  staff: { label: 'Nhân sự', show: (value: unknown) => `${value} người` },
};
const entry = (version: number): HistoryEntry => ({
  version,
  action: 'update',
  at: '2026-03-02T01:05:00Z',
  actor: { id: null, kind: 'person', name: 'Lan', acting_as: ['officer'] },
  reason: null,
  request_id: 'r1',
  fields: [
    { field: 'staff', before: null, after: 3 },
    { field: 'version', before: 1, after: 2 },
  ],
});

test('only labelled fields are told, absent values as a dash', () => {
  expect(changedFields(entry(2), labels)).toEqual([
    { field: 'staff', label: 'Nhân sự', before: '—', after: '3 người' },
  ]);
});

test('the first version has nothing to compare with', () => {
  expect(changedFields(entry(1), labels)).toEqual([]);
});
