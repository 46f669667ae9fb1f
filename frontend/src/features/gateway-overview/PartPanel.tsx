import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/ui/Panel';
import type { Part } from './overview';

type Props<Data> = {
  title: string;
  part: Part<Data>;
  actions?: ReactNode;
  children: (data: Data) => ReactNode;
};

/** One service's share of the screen: its facts, or in its place the sentence that it is away. */
export function PartPanel<Data>({ title, part, actions, children }: Props<Data>) {
  const { t } = useTranslation();
  if (part.status === 'ok' && part.data) {
    return (
      <Panel title={title} actions={actions}>
        {children(part.data)}
      </Panel>
    );
  }
  return (
    <Panel title={title}>
      <Alert color="gray" icon={<IconPlugConnectedX size={20} aria-hidden />} title={t('overview.away')}>
        {part.detail}
      </Alert>
    </Panel>
  );
}
