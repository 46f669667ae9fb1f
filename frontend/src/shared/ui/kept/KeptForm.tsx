/** The forms of a sheet: their inputs come with the first form, a list and a record do without. */
import { Skeleton } from '@mantine/core';
import { onDemand } from '../onDemand';

const place = <Skeleton height={240} />;

export const KeptForm = onDemand(() => import('./KeptInputs').then((m) => m.KeptForm), place);
export const KeptEdit = onDemand(() => import('./KeptInputs').then((m) => m.KeptEdit), place);
