import { MultiSelect, type MultiSelectProps } from '@mantine/core';

/** Several of a list: its input is asked for by few forms, so that it comes with its first use. */
export function Several(props: MultiSelectProps) {
  return <MultiSelect {...props} />;
}
