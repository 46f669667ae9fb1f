import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { monthAway } from './days';
import type { CalendarSearch } from './search';

type Props = {
  month: string;
  search: CalendarSearch;
  hasUnit: boolean;
  onChange: (search: CalendarSearch) => void;
};

/** To the month before and after, and whose events are shown. */
export function MonthSteps({ month, search, hasUnit, onChange }: Props) {
  const { t } = useTranslation();
  const step = (name: 'previous' | 'next', by: number) => (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={t(`events_calendar.${name}`)}
      title={t(`events_calendar.${name}`)}
      component={Link}
      to="/events/calendar"
      search={{ ...search, month: monthAway(month, by) } as never}
    >
      {name === 'previous' ? <IconChevronLeft size={18} /> : <IconChevronRight size={18} />}
    </ActionIcon>
  );
  const { month: _, ...rest } = search;
  return (
    <Group gap="sm">
      {hasUnit && (
        <SegmentedControl
          aria-label={t('events_calendar.whose')}
          data={[
            { value: 'all', label: t('events_calendar.all') },
            { value: 'mine', label: t('events_calendar.mine') },
          ]}
          value={search.whose ?? 'all'}
          onChange={(whose) =>
            onChange({ ...(search.month && { month: search.month }), ...(whose === 'mine' && { whose }) })
          }
        />
      )}
      <Button variant="default" component={Link} to="/events/calendar" search={rest as never}>
        {t('events_calendar.this_month')}
      </Button>
      <Group gap={6}>
        {step('previous', -1)}
        {step('next', 1)}
      </Group>
    </Group>
  );
}
