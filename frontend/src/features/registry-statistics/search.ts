import { today } from '../../shared/format/dates';

/** What may be counted, and by what each is told apart. */
export const BY = {
  ngos: ['region', 'country', 'sector', 'province', 'kind', 'status'],
  members: ['level', 'kind', 'country'],
  units: ['level', 'founded'],
  recognitions: ['kind', 'recipient_type', 'level', 'year'],
} as const;
export type What = keyof typeof BY;
export const WHATS = Object.keys(BY) as What[];
export const BOUNDARIES = ['then', 'now'] as const;
type Boundaries = (typeof BOUNDARIES)[number];

export type StatisticsSearch = {
  what?: What;
  by?: string;
  as_of?: string;
  unit?: string;
  boundaries?: Boundaries;
};

export function statisticsSearch(raw: Record<string, unknown>): StatisticsSearch {
  const what = WHATS.find((name) => name === raw.what);
  const by = (BY[what ?? 'ngos'] as readonly string[]).find((name) => name === raw.by);
  const day = typeof raw.as_of === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw.as_of) ? raw.as_of : undefined;
  const unit = typeof raw.unit === 'string' && raw.unit ? raw.unit : undefined;
  const boundaries = BOUNDARIES.find((name) => name === raw.boundaries);
  return {
    ...(what && { what }),
    ...(by && { by }),
    ...(day && { as_of: day }),
    ...(unit && { unit }),
    ...(boundaries && { boundaries }),
  };
}

export type Question = { what: What; by: string; as_of: string; unit?: string; boundaries?: Boundaries };

/** Unions are counted all together; boundaries are a question of where organisations work. */
export function asked(search: StatisticsSearch): Question {
  const what = search.what ?? 'ngos';
  return {
    what,
    by: search.by ?? BY[what][0],
    as_of: search.as_of ?? today(),
    ...(what !== 'units' && search.unit && { unit: search.unit }),
    ...(what === 'ngos' && search.boundaries && { boundaries: search.boundaries }),
  };
}
