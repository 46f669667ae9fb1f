import { Progress, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/numbers';
import { progressQuery } from './imports';

/** How far the server is with a list: a large one takes a minute, a small one never shows this. */
export function HowFar({ id }: { id: string }) {
  const { t } = useTranslation();
  const [isLong, setIsLong] = useState(false);
  useTimeout(() => setIsLong(true), 900, { autoInvoke: true });
  const { data } = useQuery({ ...progressQuery(id), enabled: isLong });
  if (!data || data.stage === 'done') return null;
  const { stage, done, total } = data;
  const words = t(`registry_imports.stage.${stage}`, {
    done: formatNumber(done),
    total: total === null ? '…' : formatNumber(total),
  });
  return (
    <div role="status">
      <Text size="sm">{words}</Text>
      <Progress value={total ? (done / total) * 100 : 100} animated={!total} mt={4} aria-label={words} />
    </div>
  );
}
