import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryState } from '../../shared/ui/QueryState';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { About } from './About';
import { Contact } from './Contact';
import { Source } from './Source';
import { Succession } from './Succession';
import { Unverified } from './Unverified';
import { type Status, tone, unitQuery } from './units';

const route = getRouteApi('/shell/registry/units/$unitId');

/** One union: how to reach it, how it stands, who followed it, and where that is known from. */
export function UnitRecord() {
  const { t } = useTranslation();
  const { unitId } = route.useParams();
  return (
    <QueryState query={useQuery(unitQuery(unitId))}>
      {(unit) => (
        <>
          <PageHeader
            back={
              <Link to="/registry/units" activeOptions={{ exact: true }}>
                {t('registry_units.title')}
              </Link>
            }
            title={unit.name_vi}
            lead={unit.name_en}
            badge={
              <>
                <StatusBadge
                  tone={tone(unit.status)}
                  label={t(`registry_units.status.${unit.status as Status}`)}
                />
                <Unverified verified={unit.verified} />
              </>
            }
          />
          <Stack>
            <Contact unit={unit} />
            <About unit={unit} />
            <Succession unit={unit} />
            <Source unit={unit} />
          </Stack>
        </>
      )}
    </QueryState>
  );
}
