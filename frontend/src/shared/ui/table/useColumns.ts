import { useLocalStorage } from '@mantine/hooks';
import type { Column } from './column';

export type Visibility = Record<string, boolean>;

/** Which columns are shown: what this person chose on this device, else what the screen proposes. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[]) {
  const [chosen, setChosen] = useLocalStorage<Visibility>({
    key: `columns.${name}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const visibility: Visibility = Object.fromEntries(
    columns.map(({ id, optional, primary }) => [id, primary || (chosen[id] ?? !optional)]),
  );
  const toggle = (id: string) => setChosen((old) => ({ ...old, [id]: !visibility[id] }));
  return { visibility, toggle };
}
