import { expect, test } from 'vitest';
import { servicesDown } from './health';

test('the services that do not answer are named, unknown ones are nobody’s section', () => {
  expect(servicesDown({ services: { registry: 'ok', aid: 'unavailable', other: 'unavailable' } })).toEqual([
    'aid',
  ]);
  expect(servicesDown({})).toEqual([]);
});
