import type { ReactNode } from 'react';
import { EmptyState } from '../EmptyState';
import { PageHeader } from '../PageHeader';
import { ColumnMenu } from './ColumnMenu';
import type { Column } from './column';
import { DataTable } from './DataTable';
import { ExportMenu } from './ExportMenu';
import { FilterBar } from './FilterBar';
import type { Filter } from './filter';
import { ListPage } from './ListPage';
import { SavedViews } from './SavedViews';
import { useColumns } from './useColumns';
import type { List } from './useList';

type Search = Record<string, string | undefined>;
type Props<Row extends { id: string }> = {
  /** What a person chooses here, columns and views, is kept on the device under this name. */
  name: string;
  text: { title: string; lead?: string; search?: string; empty: string; empty_hint: string };
  columns: readonly Column<Row>[];
  list: List<Row>;
  search?: Search;
  onChange?: (change: Search) => void;
  filters?: readonly Filter[];
  /** The order when the address names none, for the arrow in its column. */
  order?: string;
  hasViews?: boolean;
  /** Where the same list is to be had as a file, and how the file is called. */
  file?: { path: string; name: string };
  actions?: ReactNode;
  /** Between the header and the filters: what this visit brought. */
  notice?: ReactNode;
  /** Dialogs. */
  children?: ReactNode;
};

/** A list as every feature shows it. Words, filters and order live in the URL; without `search` there are none. */
export function ListScreen<Row extends { id: string }>(props: Props<Row>) {
  const { name, text, columns, list, search = {}, onChange, file } = props;
  const { visibility, toggle } = useColumns(name, columns);
  return (
    <ListPage>
      <PageHeader
        title={text.title}
        {...(text.lead && { lead: text.lead })}
        actions={
          <>
            {file && <ExportMenu path={file.path} search={search} name={file.name} />}
            {props.actions}
          </>
        }
      />
      {props.notice}
      {onChange && text.search && (
        <FilterBar
          search={search}
          onChange={onChange}
          filters={props.filters ?? []}
          placeholder={text.search}
        >
          {props.hasViews && <SavedViews list={name} search={search} onOpen={onChange} />}
          <ColumnMenu columns={columns} visibility={visibility} onToggle={toggle} />
        </FilterBar>
      )}
      <DataTable
        label={text.title}
        columns={columns}
        visibility={visibility}
        list={list}
        sort={search.sort ?? props.order}
        {...(onChange && { onSort: (sort: string | undefined) => onChange({ sort }) })}
        empty={<EmptyState title={text.empty} hint={text.empty_hint} />}
      />
      {props.children}
    </ListPage>
  );
}
