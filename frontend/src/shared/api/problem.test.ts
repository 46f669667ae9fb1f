import { expect, test } from 'vitest';
import { ApiProblem, fieldPath } from './problem';

test('a refusal keeps its code, its number and its fields', async () => {
  const errors = [{ pointer: '/name_vi', code: 'field.missing', detail: 'Thiếu tên.' }];
  const body = { code: 'request.invalid', detail: 'Có giá trị không hợp lệ.', request_id: 'r1', errors };

  const problem = await ApiProblem.of(new Response(JSON.stringify(body), { status: 422 }));

  expect(problem).toMatchObject({
    status: 422,
    code: 'request.invalid',
    requestId: 'r1',
    errors,
    isUnexpected: false,
  });
});

test('an answer that is no problem document still becomes one', async () => {
  const response = new Response('<html>', { status: 502, headers: { 'X-Request-Id': 'r2' } });

  expect(await ApiProblem.of(response)).toMatchObject({
    code: 'http.502',
    requestId: 'r2',
    errors: [],
    isUnexpected: true,
  });
});

test.each([
  ['/name_vi', 'name_vi'],
  ['#/donors/0/name_vi', 'donors.0.name_vi'],
  ['/a~1b/c~0d', 'a/b.c~d'],
])('the pointer %s is the field %s', (pointer, path) => {
  expect(fieldPath(pointer)).toBe(path);
});

test('what came too early is no fault of the system', () => {
  const problem = ApiProblem.from(429, { detail: 'Hãy thử lại sau 300 giây.' }, null);

  expect([problem.isTooEarly, problem.isUnexpected]).toEqual([true, false]);
});
