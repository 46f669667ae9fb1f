import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './CardTable.module.css';

type Props = {
  /** The names of the columns; a cell says its own again as `data-label`, for the card. */
  heads?: readonly string[];
  label?: string;
  children: ReactNode;
};

/** A record's table that is a stack of cards on a phone. Its children are the rows. */
export function CardTable({ heads, label, children }: Props) {
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table verticalSpacing="xs" className={classes.table ?? ''} {...(label && { 'aria-label': label })}>
        {heads && (
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
        )}
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
