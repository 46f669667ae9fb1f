import { listSearch } from '../../shared/ui/listSearch';

export const webhookSearch = listSearch(['status'], []);
export type WebhookSearch = ReturnType<typeof webhookSearch>;

/** Which deliveries of one webhook are shown. */
export const deliverySearch = listSearch(['status'], []);
export type DeliverySearch = ReturnType<typeof deliverySearch>;
