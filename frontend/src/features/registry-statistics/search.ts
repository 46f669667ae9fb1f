import { today } from '../../shared/format/dates';

export const BY = ['region', 'country', 'sector', 'province', 'kind'] as const;
export type By = (typeof BY)[number];
export type StatisticsSearch = { by?: By; as_of?: string; unit?: string };

export function statisticsSearch(raw: Record<string, unknown>): StatisticsSearch {
  const by = BY.find((name) => name === raw.by);
  const day = typeof raw.as_of === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.as_of) ? raw.as_of : undefined;
  const unit = typeof raw.unit === 'string' && raw.unit ? raw.unit : undefined;
  return { ...(by && { by }), ...(day && { as_of: day }), ...(unit && { unit }) };
}

export const asked = (search: StatisticsSearch) => ({
  by: search.by ?? ('region' as const),
  as_of: search.as_of ?? today(),
  ...(search.unit && { unit: search.unit }),
});
