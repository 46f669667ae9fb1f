import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { today } from '../../shared/format/dates';
import { Panel } from '../../shared/ui/Panel';
import type { Unit } from './units';

/** The ways to what is kept of this union's own course, as it stands today. */
export function Linked({ unit: { code } }: { unit: Unit }) {
  const { t } = useTranslation();
  const now = { unit: code, as_of: today() };
  return (
    <Panel title={t('registry_units.linked')}>
      <Group gap="lg">
        <Link to="/registry/terms" search={{ unit: code }}>
          {t('nav.terms')}
        </Link>
        <Link to="/registry/officers" search={now}>
          {t('nav.officers')}
        </Link>
        <Link to="/registry/members" search={now}>
          {t('nav.members')}
        </Link>
      </Group>
    </Panel>
  );
}
