import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../shared/ui/QueryState';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { exceptionsQuery, removeException } from './days';
import { Marks } from './Marks';

/** The days that an authority moved, as the national union's administrators entered them. */
export function Moved({ year }: { year: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return (
    <QueryState query={useQuery(exceptionsQuery(year))}>
      {({ items }) => (
        <Marks
          marks={items}
          actions={(day) => (
            <ActionButtons
              allowed={day.allowed_actions ?? []}
              actions={[
                {
                  name: 'delete',
                  label: t('registry_working_days.remove'),
                  consequence: t('registry_working_days.consequence'),
                  tone: 'grave',
                  run: async () => {
                    await removeException(day);
                    await client.invalidateQueries({ queryKey: ['registry'] });
                  },
                },
              ]}
            />
          )}
        />
      )}
    </QueryState>
  );
}
