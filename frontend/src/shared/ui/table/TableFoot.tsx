import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/numbers';
import { problemSentence } from '../problemSentence';
import classes from './DataTable.module.css';
import type { List } from './useList';

/** How much is here, and the way to more; a failed page is said here, under the rows that did come. */
export function TableFoot<Row>({ list }: { list: List<Row> }) {
  const { t } = useTranslation();
  const count = formatNumber(list.rows.length);
  return (
    <div className={classes.foot}>
      <span role="status">
        {list.hasMore ? t('list.first', { number: count }) : t('list.all', { number: count })}
      </span>
      {list.problem && (
        <span role="alert" className={classes.problem}>
          {problemSentence(list.problem)}
        </span>
      )}
      {list.problem && (
        <Button variant="default" size="xs" onClick={list.retry}>
          {t('action.retry')}
        </Button>
      )}
      {list.hasMore && !list.problem && (
        <Button variant="default" size="xs" loading={list.isLoadingMore} onClick={list.loadMore}>
          {t('list.more')}
        </Button>
      )}
    </div>
  );
}
