/** A year's days off and make-up days, and the days that an authority moved. */
import { queryOptions } from '@tanstack/react-query';
import { body, registry } from '../../shared/api/client';
import type { components } from '../../shared/api/generated/registry';
import { idempotency, ifMatch } from '../../shared/api/preconditions';

export type DayException = components['schemas']['DayExceptionOut'];
export type DayExceptionIn = components['schemas']['DayExceptionIn'];

export const yearQuery = (year: number) =>
  queryOptions({
    queryKey: ['registry', 'working-days', 'year', year],
    queryFn: ({ signal }) =>
      body(registry.GET('/v1/working-days/calendar', { params: { query: { year } }, signal })),
  });

export const exceptionsQuery = (year: number) =>
  queryOptions({
    queryKey: ['registry', 'working-days', 'exceptions', year],
    queryFn: ({ signal }) => {
      const query = { day_from: `${year}-01-01`, day_to: `${year}-12-31`, sort: 'day', limit: 200 } as const;
      return body(registry.GET('/v1/working-days/exceptions', { params: { query }, signal }));
    },
  });

export const addException = (exception: DayExceptionIn, key: string) =>
  body(
    registry.POST('/v1/working-days/exceptions', {
      params: { header: idempotency(key) },
      body: exception,
    }),
  );

export const removeException = (exception: DayException) =>
  registry.DELETE('/v1/working-days/exceptions/{exception_id}', {
    params: { path: { exception_id: exception.id }, header: ifMatch(exception) },
  });
