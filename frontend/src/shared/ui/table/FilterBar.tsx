import { Button, Collapse, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../onDemand';
import classes from './FilterBar.module.css';
import { FilterChips } from './FilterChips';
import type { Filter } from './filter';

// The inputs of dates and choices weigh as much as the list: they come when the panel opens.
const FilterField = onDemand(
  () => import('./FilterField').then((m) => m.FilterField),
  <Skeleton height={61} />,
);

type Values = Record<string, string | undefined>;
type Props = {
  search: Values;
  onChange: (change: Values) => void;
  filters: readonly Filter[];
  placeholder: string;
  /** Buttons of the list itself: columns, export, saved views. */
  children?: ReactNode;
};

/** Words and filters of a list. What is set lives in the URL; here it is shown, changed and taken back. */
export function FilterBar({ search, onChange, filters, placeholder, children }: Props) {
  const { t } = useTranslation();
  const active = filters.filter(({ key }) => search[key]);
  const [isOpen, panel] = useDisclosure(active.length > 0);
  const [wasOpened, setOpened] = useState(isOpen);
  const onType = useDebouncedCallback((q: string) => onChange({ q: q || undefined }), 250);
  return (
    <search className={`${classes.bar} no-print`}>
      <div className={classes.line}>
        <TextInput
          // Going back in history changes the words from outside.
          key={search.q ? 'set' : 'clear'}
          className={classes.words}
          type="search"
          data-list-search
          aria-label={placeholder}
          placeholder={placeholder}
          defaultValue={search.q}
          onChange={(event) => onType(event.currentTarget.value)}
          leftSection={<IconSearch size={17} stroke={1.7} aria-hidden />}
        />
        {filters.length > 0 && (
          <Button
            variant="default"
            aria-expanded={isOpen}
            onClick={() => {
              setOpened(true);
              panel.toggle();
            }}
            leftSection={<IconAdjustmentsHorizontal size={17} stroke={1.6} aria-hidden />}
          >
            {active.length > 0 ? t('list.filters_on', { count: active.length }) : t('list.filters')}
          </Button>
        )}
        <div className={classes.tools}>{children}</div>
      </div>
      <Collapse expanded={isOpen}>
        <div className={classes.fields}>
          {wasOpened &&
            filters.map((filter) => (
              <FilterField
                key={filter.key}
                filter={filter}
                value={search[filter.key]}
                onChange={(value) => onChange({ [filter.key]: value })}
              />
            ))}
        </div>
      </Collapse>
      <FilterChips active={active} search={search} onChange={onChange} />
    </search>
  );
}
