import { Skeleton } from '@mantine/core';
import classes from './DataTable.module.css';

const ROWS = Array.from({ length: 8 }, (_, row) => row);

export function LoadingRows({ columns }: { columns: number }) {
  return (
    <tbody aria-hidden="true">
      {ROWS.map((row) => (
        <tr key={row} className={classes.row}>
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity.
            <td key={column}>
              <Skeleton height={14} my={4} width={`${90 - ((row * 17 + column * 23) % 45)}%`} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
