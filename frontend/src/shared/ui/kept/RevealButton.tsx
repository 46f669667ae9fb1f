import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '../../api/collection';
import { onDemand } from '../onDemand';
import { StepButton } from './StepButton';
import type { KeptRecordRow, KeptRow } from './sheet';

const Revealed = onDemand(() => import('./Revealed').then((m) => m.Revealed));

type Props<Saved extends KeptRecordRow> = {
  calls: Pick<Collection<KeptRow, Saved>, 'step'>;
  record: Saved;
  /** What the number is of. */
  what: string;
};

/** A masked number in full, for whoever says why; it leaves the page with the dialog. */
export function RevealButton<Saved extends KeptRecordRow>({ calls, record, what }: Props<Saved>) {
  const { t } = useTranslation();
  const [number, setNumber] = useState<string | null>(null);
  if (!record.allowed_actions?.includes('reveal')) return null;
  return (
    <>
      <StepButton
        label={t('kept.reveal')}
        consequence={t('kept.reveal_hint')}
        fields={[{ name: 'reason', label: t('action.reason'), kind: 'lines', required: true }]}
        run={async (values) => {
          const seen: unknown = await calls.step(record, 'reveal', values);
          setNumber((seen as { number: string }).number);
        }}
      />
      {number !== null && <Revealed title={what} number={number} onClose={() => setNumber(null)} />}
    </>
  );
}
