import { useTranslation } from 'react-i18next';
import { StatusBadge } from '../../shared/ui/StatusBadge';
import { type Client, stateOf } from './clients';

const TONES = { disabled: 'bad', expired: 'bad', ending: 'warning', active: 'good' } as const;

export function ClientBadge({ client }: { client: Client }) {
  const { t } = useTranslation();
  const state = stateOf(client);
  return <StatusBadge tone={TONES[state]} label={t(`clients.state.${state}`)} />;
}
