import { useTranslation } from 'react-i18next';
import { inPlaceOf } from '../../format/actingAs';
import { formatDateTime } from '../../format/dates';
import { type ChangedField, changedFields, type HistoryEntry, type Labels } from './changes';
import classes from './Timeline.module.css';

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

type Props = {
  /** As the server sends them, newest first. */
  entries: readonly HistoryEntry[];
  labels: Labels;
  /** An action in words: `submit` is `Trình duyệt`. */
  actionText: (action: string) => string;
};

/** Who did what, when and why. */
export function Timeline({ entries, labels, actionText }: Props) {
  return (
    <ol className={classes.list}>
      {entries.map((entry) => {
        const changes = changedFields(entry, labels);
        return (
          <li key={`${entry.version} ${entry.at}`} className={classes.entry}>
            <p className={classes.what}>{actionText(entry.action)}</p>
            <p className={classes.who}>
              {[entry.actor.name, ...inPlaceOf(entry.actor.acting_as)].join(' · ')} ·{' '}
              <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
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
