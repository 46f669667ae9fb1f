import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StepButton } from '../../shared/ui/kept/StepButton';
import { Panel } from '../../shared/ui/Panel';
import { type Recognition, recognitions } from './recognitions';

export function RecognitionSteps({ record }: { record: Recognition }) {
  const { t } = useTranslation();
  if (!record.allowed_actions?.includes('revoke')) return null;
  return (
    <StepButton
      tone="grave"
      label={t('registry_recognitions.revoke')}
      consequence={t('registry_recognitions.revoke_hint')}
      fields={[{ name: 'reason', label: t('action.reason'), kind: 'lines', required: true }]}
      run={(values) => recognitions.step(record, 'revoke', values)}
    />
  );
}

/** The certificate's code, and the address under which anybody may have it verified. */
export function RecognitionParts({ record }: { record: Recognition }) {
  const { t } = useTranslation();
  const address = `${location.origin}/verify/${record.code}`;
  const sheet: string = `/registry/recognitions/${record.id}/certificate`;
  return (
    <Panel title={t('registry_recognitions.certificate')}>
      <Text size="lg" className="tabular">
        {record.code}
      </Text>
      <p>
        {t('registry_recognitions.verify_hint')}{' '}
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      </p>
      <Button variant="default" component={Link} to={sheet}>
        {t('registry_recognitions.open_sheet')}
      </Button>
    </Panel>
  );
}
