import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../shared/ui/Panel';
import classes from './Calendar.module.css';

/** The address by which calendar programs follow a union's public events. */
export function Feed({ unitCode }: { unitCode: string }) {
  const { t } = useTranslation();
  const address = `${location.origin}/api/public/v1/calendars/${unitCode}.ics`;
  return (
    <Panel title={t('events_calendar.feed')}>
      <p className={classes.hint}>{t('events_calendar.feed_hint')}</p>
      <Group align="end" gap="sm">
        <TextInput
          label={t('events_calendar.feed_address')}
          readOnly
          value={address}
          flex="1 1 320px"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} aria-live="polite">
              {t(copied ? 'events_calendar.copied' : 'events_calendar.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" component="a" href={address}>
          {t('events_calendar.open')}
        </Button>
      </Group>
    </Panel>
  );
}
