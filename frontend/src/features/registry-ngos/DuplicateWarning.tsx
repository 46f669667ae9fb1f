import { Alert, Button, List } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Warning } from './duplicates';
import { Reasons } from './Reasons';

/** Before a record is made: those that may be the same, why, and the choice to go on. */
export function DuplicateWarning({
  warning,
  onConfirm,
}: {
  warning: Warning;
  onConfirm: (confirmation: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" variant="light" mb="md" title={t('registry_ngos.duplicates.warning')}>
      <List size="sm" mb="sm">
        {warning.candidates.map((one) => (
          <List.Item key={one.id}>
            <Link to="/registry/ngos/$ngoId" params={{ ngoId: one.id }} target="_blank">
              {one.name_vi}
            </Link>{' '}
            ({one.public_id}). <Reasons candidate={one} />
          </List.Item>
        ))}
      </List>
      <Button variant="default" onClick={() => onConfirm(warning.confirmation)}>
        {t('registry_ngos.duplicates.confirm')}
      </Button>
    </Alert>
  );
}
