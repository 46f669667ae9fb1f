/** A sheet says once what a kind of record consists of; list, record, form and history are drawn from it. */
import type { ReactNode } from 'react';
import type { Collection } from '../../api/collection';
import type { ROLES } from '../../api/generated/roles';
import type { Filter, Option } from '../table/filter';

export type Field = {
  name: string;
  label: string;
  kind:
    | 'text'
    | 'lines'
    | 'number'
    | 'day'
    | 'imprecise'
    | 'choice'
    | 'several'
    | 'list'
    | 'flag'
    | 'ngo'
    | 'need';
  options?: readonly Option[];
  required?: boolean;
  wide?: boolean;
  /** Set once, when the record is entered. */
  fixed?: boolean;
  /** Asked for in the form; the record shows it in a panel of its own. */
  formOnly?: boolean;
  /** Shown in the record and the list; not asked for. */
  shownOnly?: boolean;
  /** Known of a row in the list alone. */
  listOnly?: boolean;
  /** Beside the input. */
  hint?: string;
};

export type KeptRow = { id: string; version: number; demo: boolean; verified?: boolean };
export type KeptRecordRow = KeptRow & { allowed_actions?: string[] };

export type Sheet<Item extends KeptRow, Saved extends KeptRecordRow> = {
  calls: Collection<Item, Saved>;
  /** The operation that enters one, so that only who may is offered the form. */
  create: keyof typeof ROLES;
  /** No way to the form from the list: it begins at another record, or is another union's. */
  isEnteredElsewhere?: boolean;
  /** The address of the list; a record's is this and its id. */
  to: string;
  fields: readonly Field[];
  /** Fields in the list, after the name; those after the bar are shown when asked for. */
  columns: readonly string[];
  optional?: readonly string[];
  filters: readonly Filter[];
  /** By what the server sorts: the record's name, or a field that is a column. */
  sortable?: string;
  sortsByName?: boolean;
  title: (record: Item | Saved) => string;
  badge?: (record: Item | Saved) => ReactNode;
  text: {
    title: string;
    add: string;
    search: string;
    empty: string;
    empty_hint: string;
    name: string;
    /** An action of the history in words. */
    done: (action: string) => string;
  };
};

/** What the form asks for; what is set once is asked of a new record only. */
export const asked = (fields: readonly Field[], isNew: boolean) =>
  fields.filter(({ fixed, shownOnly, listOnly }) => (isNew || !fixed) && !shownOnly && !listOnly);

export const fieldNames = (fields: readonly Field[]) => fields.map(({ name }) => name);
