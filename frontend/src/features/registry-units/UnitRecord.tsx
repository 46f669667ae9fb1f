import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KeptHistory } from '../../shared/ui/kept/KeptRecord';
import { PageHeader } from '../../shared/ui/PageHeader';
import { QueryState } from '../../shared/ui/QueryState';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { About } from './About';
import { Contact } from './Contact';
import { Covers } from './Covers';
import { Linked } from './Linked';
import { Source } from './Source';
import { Succession } from './Succession';
import { Unverified } from './Unverified';
import { type Status, tone, units } from './units';
import { useUnitSheet } from './useUnitSheet';

const route = getRouteApi('/shell/registry/units/$unitId');

/** One union: how to reach it, what it covers, who followed it, and where that is known from. */
export function UnitRecord() {
  const { t } = useTranslation();
  const { unitId } = route.useParams();
  const sheet = useUnitSheet();
  return (
    <QueryState query={useQuery(units.one(unitId))}>
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
            actions={
              unit.allowed_actions?.includes('update') && (
                <Button
                  variant="default"
                  component={Link}
                  to="/registry/units/$unitId/edit"
                  params={{ unitId } as never}
                >
                  {t('kept.edit')}
                </Button>
              )
            }
          />
          <Stack>
            <Contact unit={unit} />
            <About unit={unit} />
            <Covers unit={unit} />
            <Succession unit={unit} />
            <Linked unit={unit} />
            <Source unit={unit} />
            <KeptHistory sheet={sheet} id={unitId} />
          </Stack>
        </>
      )}
    </QueryState>
  );
}
