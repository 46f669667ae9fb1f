/** Recognitions: their calls and types. */
import { collection } from '../../shared/api/collection';
import type { components } from '../../shared/api/generated/registry';

export type Recognition = components['schemas']['RecognitionOut'];
export type RecognitionItem = components['schemas']['RecognitionItem'];

export const recognitions = collection<RecognitionItem, Recognition>('recognitions');
