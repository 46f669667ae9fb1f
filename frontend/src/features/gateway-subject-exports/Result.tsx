import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { save } from '../../shared/api/download';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Panel } from '../../shared/ui/Panel';
import { Acts } from './Acts';
import { EraseDialog } from './EraseDialog';
import { Papers } from './Papers';
import { Records } from './Records';
import type { Wanted } from './SubjectPage';
import { type Done, type Export, type Part, SERVICES, type Service } from './subject';

type Props = { asked: Wanted; found: Export; onErased: () => void };

/** What each part of the house has of the person, and what can be done with it. */
export function Result({ asked, found, onErased }: Props) {
  const { t } = useTranslation();
  const parts = SERVICES.flatMap((service): [Service, Part][] => {
    const part = found.parts[service];
    return part ? [[service, part]] : [];
  });
  // nothing is chosen by itself: a namesake's record must not go with the rest
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isErasing, setIsErasing] = useState(false);
  const [done, setDone] = useState<Done[] | null>(null);
  const isEmpty = parts.every(([, part]) => !part.records.length && !part.acts.length && !part.files?.length);
  const take = () =>
    save(
      new Blob([JSON.stringify(found, null, 2)], { type: 'application/json' }),
      `${t('subject_exports.file')}.json`,
    );
  const choose = (keys: string[], isChosen: boolean) =>
    setChosen(
      (before) => new Set(isChosen ? [...before, ...keys] : [...before].filter((one) => !keys.includes(one))),
    );
  if (done) return <Erased done={done} onAgain={onErased} />;
  return (
    <Stack>
      {found.unread > 0 && (
        <Alert color="yellow" variant="light">
          {t('subject_exports.unread', { count: found.unread })}
        </Alert>
      )}
      {!found.is_whole && (
        <Alert color="red" variant="light">
          {t('subject_exports.cut')}
        </Alert>
      )}
      {isEmpty ? (
        <EmptyState title={t('subject_exports.none')} hint={t('subject_exports.none_hint')} />
      ) : (
        <>
          <Group>
            <Button variant="default" onClick={take}>
              {t('subject_exports.save')}
            </Button>
            <Button
              variant="light"
              color="red"
              disabled={chosen.size === 0 && !asked.account_id}
              onClick={() => setIsErasing(true)}
            >
              {t('subject_exports.erase')}
            </Button>
            <Text size="sm">{t('subject_exports.chosen', { count: chosen.size })}</Text>
          </Group>
          {parts.map(
            ([service, part]) =>
              (part.records.length > 0 || part.acts.length > 0 || (part.files?.length ?? 0) > 0) && (
                <Panel key={service} title={t(`subject_exports.service.${service}`)}>
                  <Stack>
                    <Records {...{ service, part, chosen }} account={asked.account_id} onChoose={choose} />
                    <Acts acts={part.acts} />
                    <Papers papers={part.files ?? []} />
                  </Stack>
                </Panel>
              ),
          )}
        </>
      )}
      {isErasing && (
        <EraseDialog {...{ asked, found, chosen }} onDone={setDone} onClose={() => setIsErasing(false)} />
      )}
    </Stack>
  );
}

function Erased({ done, onAgain }: { done: Done[]; onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="green" variant="light" title={t('subject_exports.erased')} role="status">
      <Stack gap="xs">
        {done[0] && <Text size="sm">{t('subject_exports.erased_mark', { mark: done[0].mark })}</Text>}
        {done.map(({ service, mark, ...counts }) => (
          <Text size="sm" key={service + mark}>
            {t('subject_exports.erased_line', {
              service: t(`subject_exports.service.${service}`),
              ...counts,
            })}
          </Text>
        ))}
        <div>
          <Button variant="default" onClick={onAgain}>
            {t('subject_exports.find')}
          </Button>
        </div>
      </Stack>
    </Alert>
  );
}
