import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './FilterBar.module.css';
import { type Filter, filterText } from './filter';

type Values = Record<string, string | undefined>;
type Props = { active: readonly Filter[]; search: Values; onChange: (change: Values) => void };

export function FilterChips({ active, search, onChange }: Props) {
  const { t } = useTranslation();
  if (active.length === 0 && !search.q) return null;
  const nothing: Values = { q: undefined, ...Object.fromEntries(active.map(({ key }) => [key, undefined])) };
  return (
    <div className={classes.chips}>
      {active.map((filter) => (
        <button
          key={filter.key}
          type="button"
          className={classes.chip}
          title={t('list.clear_one', { name: filter.label })}
          onClick={() => onChange({ [filter.key]: undefined })}
        >
          <span>
            {filter.label}: <strong>{filterText(filter, search[filter.key] ?? '')}</strong>
          </span>
          <IconX size={14} aria-hidden />
        </button>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={() => onChange(nothing)}>
        {t('list.clear')}
      </Button>
    </div>
  );
}
