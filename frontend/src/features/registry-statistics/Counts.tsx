import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/numbers';
import type vi from '../../shared/i18n/vi.json';
import { Bars } from '../../shared/ui/Bars';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryState } from '../../shared/ui/QueryState';
import { countsQuery } from './counts';
import { Questions } from './Questions';
import { asked, type StatisticsSearch } from './search';

const route = getRouteApi('/shell/registry/statistics');
type By = keyof typeof vi.registry_statistics.by;

/** "How many on this day, by what": each once, the rows adding up to the total above them. */
export function Counts() {
  const { t, i18n } = useTranslation();
  const search: StatisticsSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: StatisticsSearch) => void navigate({ search: { ...search, ...next }, replace: true });
  const question = asked(search);
  // by status all organisations on record are counted, not only those certified that day
  const answer = question.by === 'status' ? 'on_record' : question.what;
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <>
      <PageHeader title={t('registry_statistics.title')} />
      <Questions question={question} onChange={change} />
      <QueryState query={useQuery(countsQuery(question))}>
        {({ rows, total }) => (
          <Panel
            title={t(`registry_statistics.answers.${answer}`, {
              count: total.count,
              number: formatNumber(total.count),
              date: formatDate(question.as_of),
            })}
          >
            <Bars
              label={t('registry_statistics.title')}
              of={t(`registry_statistics.by.${question.by as By}`)}
              unit={t(`registry_statistics.whats.${question.what}`)}
              bars={rows.map(({ key, label, count }) => ({
                key: key[question.by] ?? '',
                label: label[language],
                value: count,
                text: formatNumber(count),
              }))}
            />
          </Panel>
        )}
      </QueryState>
    </>
  );
}
