/** Who speaks for an NGO: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Representative = components['schemas']['RepresentativeOut'];
export type RepresentativeItem = components['schemas']['RepresentativeItem'];

export const representatives = collection<RepresentativeItem, Representative>('representatives');
