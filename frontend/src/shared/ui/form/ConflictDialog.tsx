import { Button, Group, Modal, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ConflictDialog.module.css';
import { type Difference, differences, type FieldName, merged } from './merge';
import type { Conflict } from './useRecordForm';

export type FieldText<Values> = {
  [Field in FieldName<Values>]: { label: string; show?: (value: Values[Field]) => ReactNode };
};
type Props<Values> = {
  conflict: Conflict<Values>;
  fields: FieldText<Values>;
  onMerge: (values: Values) => void;
  onClose: () => void;
};

/** Someone saved first: both versions side by side, one choice per field, nothing overwritten unseen. */
export function ConflictDialog<Values extends Record<string, unknown>>({
  conflict,
  fields,
  onMerge,
  onClose,
}: Props<Values>) {
  const { t } = useTranslation();
  const { base, mine, theirs } = conflict;
  const rows = differences(base, mine, theirs);
  const [keepMine, setKeepMine] = useState<ReadonlySet<string>>(
    () => new Set(rows.filter(({ by }) => by !== 'theirs').map(({ field }) => field)),
  );
  const choose = (field: string, isMine: boolean) => {
    const next = new Set(keepMine);
    isMine ? next.add(field) : next.delete(field);
    setKeepMine(next);
  };
  const show = (field: FieldName<Values>, value: Values[FieldName<Values>]): ReactNode => {
    const text = fields[field]?.show ? fields[field].show(value) : String(value ?? '');
    return text === '' ? '—' : text;
  };
  const option = ({ field }: Difference<Values>, isMine: boolean) => (
    <label className={classes.option} data-on={keepMine.has(field) === isMine || undefined}>
      <input
        type="radio"
        name={`conflict-${field}`}
        checked={keepMine.has(field) === isMine}
        onChange={() => choose(field, isMine)}
      />
      <span>
        <span className={classes.who}>{isMine ? t('conflict.mine') : t('conflict.theirs')}</span>
        {show(field, (isMine ? mine : theirs)[field])}
      </span>
    </label>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('conflict.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Text size="sm" mb="md">
        {rows.length > 0 ? t('conflict.hint') : t('conflict.same')}
      </Text>
      {rows.map((row) => (
        <fieldset key={row.field} className={classes.field}>
          <legend>
            {fields[row.field]?.label ?? row.field}{' '}
            <span className={classes.by}>{t(`conflict.by_${row.by}`)}</span>
          </legend>
          <div className={classes.sides}>
            {option(row, true)}
            {option(row, false)}
          </div>
        </fieldset>
      ))}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('conflict.back')}
        </Button>
        <Button onClick={() => onMerge(merged(mine, theirs, keepMine))}>{t('conflict.save')}</Button>
      </Group>
    </Modal>
  );
}
