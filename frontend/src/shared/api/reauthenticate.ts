/** A session that ran out: calls wait here while the person signs in again over the page they are on. */

type Waiting = { resolve: () => void; reject: () => void };

/** Why: the session ran out, or what was asked wants a fresh proof. */
export type Why = 'expired' | 'prove';

let waiting: Waiting[] = [];
let why: Why = 'expired';
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Settles when the person has signed in again; rejects when they would rather not. */
export function signInAgain(reason: Why = 'expired'): Promise<void> {
  return new Promise((resolve, reject) => {
    why = reason;
    waiting = [...waiting, { resolve, reject }];
    tell();
  });
}

export const expiry = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isExpired: () => waiting.length > 0,
  why: () => why,
  settle(signedIn: boolean): void {
    const released = waiting;
    waiting = [];
    tell();
    for (const call of released) signedIn ? call.resolve() : call.reject();
  },
};
