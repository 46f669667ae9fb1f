import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../format/dates';
import { type ChangedField, changedFields, type Labels } from './changes';
import classes from './Timeline.module.css';

export type HistoryEntry = {
  version: number;
  at: string;
  actor: string;
  /** In words: `Trình duyệt`. */
  action: string;
  reason?: string | null;
  /** The record whole, as it was afterwards. */
  after: Record<string, unknown>;
};

function Change({ change }: { change: ChangedField }) {
  const { t } = useTranslation();
  return (
    <li>
      <span className={classes.label}>{change.label}:</span>{' '}
      <del>
        <span className="visually-hidden">{t('history.before')} </span>
        {change.before}
      </del>
      {' → '}
      <ins>
        <span className="visually-hidden">{t('history.after')} </span>
        {change.after}
      </ins>
    </li>
  );
}

/** Who did what, when and why, newest first; fields are compared with the entry before. */
export function Timeline({ entries, labels }: { entries: readonly HistoryEntry[]; labels: Labels }) {
  const ordered = [...entries].sort((a, b) => b.version - a.version);
  return (
    <ol className={classes.list}>
      {ordered.map((entry, index) => {
        const changes = changedFields(ordered[index + 1]?.after, entry.after, labels);
        return (
          <li key={entry.version} className={classes.entry}>
            <p className={classes.what}>{entry.action}</p>
            <p className={classes.who}>
              {entry.actor} · <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
            </p>
            {entry.reason && <p className={classes.why}>{entry.reason}</p>}
            {changes.length > 0 && (
              <ul className={classes.changes}>
                {changes.map((change) => (
                  <Change key={change.field} change={change} />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
