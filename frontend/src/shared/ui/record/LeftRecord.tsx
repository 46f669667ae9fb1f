import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/session';

/** Says of a record of a unit that went into the person's own why nothing can be done with it. */
export function LeftRecord({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const person = useQuery(sessionQuery).data?.person;
  if (!person || person.national || person.unit_id === unitId) return null;
  return (
    <Alert color="gray" mb="md">
      {t('record.left')}
    </Alert>
  );
}
