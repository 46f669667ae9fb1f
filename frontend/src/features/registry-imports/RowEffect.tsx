import { useTranslation } from 'react-i18next';
import { fieldOf, rowChanges } from './fields';
import type { Row } from './imports';
import classes from './RowEffect.module.css';
import { useWords } from './useWords';

const novelty = ({ before, after }: Row) => {
  if (before?.ngo) return 'new_certificate';
  return after?.certificate ? 'new_ngo' : 'new_ngo_alone';
};

/** Why a row is not taken, or what it changes, in the reader's language. */
export function RowEffect({ row }: { row: Row }) {
  const { t, i18n } = useTranslation();
  const { label, show } = useWords();
  // of a row that is taken, these are warnings
  const reasons = row.reasons.map((reason) => {
    const field = fieldOf(reason.field);
    return (
      <li key={reason.field + reason.code + reason.vi}>
        {field && <strong>{label(field)}: </strong>}
        {i18n.language === 'en' ? reason.en : reason.vi}
      </li>
    );
  });
  if (row.outcome === 'error') return <ul className={classes.list}>{reasons}</ul>;
  if (row.outcome === 'same') return t('registry_imports.known');
  const changes = rowChanges(row);
  return (
    <ul className={classes.list}>
      {row.outcome === 'add' && <li>{t(`registry_imports.${novelty(row)}`)}</li>}
      {reasons}
      {changes.map(({ field, before, after }) => (
        <li key={`${field.of}.${field.name}`}>
          <strong>{label(field)}:</strong>{' '}
          <del>
            <span className="visually-hidden">{t('history.before')} </span>
            {show(field, before)}
          </del>
          {' → '}
          <ins>
            <span className="visually-hidden">{t('history.after')} </span>
            {show(field, after)}
          </ins>
        </li>
      ))}
    </ul>
  );
}
