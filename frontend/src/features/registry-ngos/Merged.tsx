import { Alert, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ngoQuery } from '../../shared/ui/kept/ngo';
import { ActionButtons } from '../../shared/ui/record/ActionButtons';
import { unmergeNgo } from './duplicates';
import type { Ngo } from './ngos';

/** Of a record that went into another: where to, and the way back. */
export function Merged({ ngo, into }: { ngo: Ngo; into: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const other = useQuery(ngoQuery(into)).data;
  const unmerge = {
    name: 'unmerge',
    label: t('registry_ngos.duplicates.unmerge'),
    consequence: t('registry_ngos.duplicates.unmerge_consequence'),
    reason: true,
    run: async (reason: string) => {
      await unmergeNgo(ngo, reason);
      await client.invalidateQueries({ queryKey: ['registry'] });
    },
  } as const;
  return (
    <Alert color="blue" variant="light" mb="md">
      <Group justify="space-between">
        <span>
          {t('registry_ngos.duplicates.merged')}{' '}
          <Link to="/registry/ngos/$ngoId" params={{ ngoId: into }}>
            {other?.name_vi ?? into}
          </Link>
        </span>
        <ActionButtons actions={[unmerge]} allowed={ngo.allowed_actions ?? []} />
      </Group>
    </Alert>
  );
}
