import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ActionButtons, type RecordAction } from '../../shared/ui/record/ActionButtons';
import type { Event } from './event';
import {
  cancelEvent,
  completeEvent,
  confirmEvent,
  planEvent,
  postponeEvent,
  reopenEvent,
  takeOverEvent,
} from './steps';

type Step = 'take_over' | 'plan' | 'confirm' | 'complete' | 'reopen' | 'postpone' | 'cancel';

/** The steps that the server offers this person now. */
export function EventActions({ event }: { event: Event }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const step = (
    name: Step,
    run: (reason: string) => Promise<unknown>,
    look: Pick<RecordAction, 'tone' | 'reason'>,
  ): RecordAction => ({
    name,
    label: t(`events_events.act.${name}`),
    consequence: t(`events_events.consequence.${name}`),
    run: async (reason) => {
      await run(reason);
      // a step can give venues back, and it changes the calendar
      await client.invalidateQueries({ queryKey: ['events'] });
    },
    ...look,
  });
  const actions = [
    step('take_over', (reason) => takeOverEvent(event, reason), { tone: 'main', reason: true }),
    step('plan', () => planEvent(event), { tone: 'main' }),
    step('confirm', () => confirmEvent(event), { tone: 'main' }),
    step('complete', () => completeEvent(event), { tone: 'plain' }),
    step('reopen', () => reopenEvent(event), { tone: 'plain' }),
    step('postpone', (reason) => postponeEvent(event, reason), { reason: true }),
    step('cancel', (reason) => cancelEvent(event, reason), { tone: 'grave', reason: true }),
  ];
  return <ActionButtons actions={actions} allowed={event.allowed_actions} />;
}
