/** What the browser's own Web Authentication says, as the gateway reads it: bytes as base64url. */
import { body, gateway } from './client';
import type { components } from './generated/gateway';

type Challenge = components['schemas']['ChallengeOut'];
type NewOptions = components['schemas']['NewPasskeyOptionsOut'];
export type Made = Omit<components['schemas']['NewPasskeyIn'], 'name'>;
export type Assertion = components['schemas']['AssertionIn'];

/** Whether this browser knows passkeys at all; pages at an address of digits cannot use them. */
export const knowsPasskeys = () =>
  typeof PublicKeyCredential !== 'undefined' && !/^[\d.]+$|:/.test(location.hostname);

/** The person closed the browser's question, or the time for it ran out: no failure to report. */
export const isCancelled = (error: unknown) =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'AbortError');

/** The device holds a passkey of this person already. */
export const isHeld = (error: unknown) => error instanceof DOMException && error.name === 'InvalidStateError';

function encoded(buffer: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decoded(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
}

function timeout(challenge: Challenge): number {
  return Math.max(10_000, Date.parse(challenge.expires_at) - Date.now());
}

/** Have a device make a passkey; it must verify the person and know by itself whose key it is. */
export async function make(options: NewOptions): Promise<Made> {
  const found = (await navigator.credentials.create({
    publicKey: {
      challenge: decoded(options.challenge),
      rp: { id: options.rp_id, name: options.rp_name },
      user: { id: decoded(options.user_id), name: options.username, displayName: options.name },
      pubKeyCredParams: options.algorithms.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: options.exclude.map((id) => ({ type: 'public-key', id: decoded(id) })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      timeout: timeout(options),
    },
  })) as PublicKeyCredential;
  const said = found.response as AuthenticatorAttestationResponse;
  return {
    credential_id: encoded(found.rawId),
    client_data: encoded(said.clientDataJSON),
    attestation: encoded(said.attestationObject),
  };
}

/** Have a device answer a fresh challenge with whichever passkey of this house it holds. */
export async function sign(): Promise<Assertion> {
  const asked = await body(gateway.POST('/v1/sessions/passkey/challenge'));
  const found = (await navigator.credentials.get({
    publicKey: {
      challenge: decoded(asked.challenge),
      rpId: asked.rp_id,
      userVerification: 'required',
      timeout: timeout(asked),
    },
  })) as PublicKeyCredential;
  const said = found.response as AuthenticatorAssertionResponse;
  return {
    credential_id: encoded(found.rawId),
    client_data: encoded(said.clientDataJSON),
    authenticator_data: encoded(said.authenticatorData),
    signature: encoded(said.signature),
  };
}
