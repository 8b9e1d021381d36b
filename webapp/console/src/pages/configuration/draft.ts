import { fromLocalInput, toLocalInput, type Role } from '../../shared';
import { isEmail, isWebAddress, isWithin } from './checks';
import type { Client, ClientChanges } from './clients';
import type { texts } from './texts';

/** What stands in the fields of the dialog. */
export interface Draft {
  name: string;
  owner: string;
  description: string;
  redirectUri: string;
  supportEmail: string;
  supportUri: string;
  expires: string;
  lifetime: string;
  roles: Role[];
}

export type Problems = Partial<Record<keyof Draft, string>>;

export function emptyDraft(owner: string): Draft {
  return {
    name: '',
    owner,
    description: '',
    redirectUri: '',
    supportEmail: '',
    supportUri: '',
    expires: '',
    lifetime: '',
    roles: [],
  };
}

export function draftOf(client: Client): Draft {
  return {
    name: client.name,
    owner: client.owner,
    description: client.description ?? '',
    redirectUri: client.redirect_uri ?? '',
    supportEmail: client.support_email,
    supportUri: client.support_uri ?? '',
    expires: toLocalInput(client.expires_at),
    lifetime: client.token_lifetime === null ? '' : String(client.token_lifetime),
    roles: client.roles,
  };
}

/** What is wrong with a draft, field by field. */
export function problemsOf(draft: Draft, words: ReturnType<typeof texts.now>): Problems {
  const required = (text: string) => (text.trim() ? undefined : words.required);
  const address = (text: string) => (text.trim() === '' || isWebAddress(text.trim()) ? undefined : words.badUrl);
  const problems: Problems = {
    name: required(draft.name),
    owner: required(draft.owner),
    redirectUri: address(draft.redirectUri),
    supportEmail: required(draft.supportEmail) ?? (isEmail(draft.supportEmail.trim()) ? undefined : words.badEmail),
    supportUri: address(draft.supportUri),
    lifetime: draft.lifetime === '' || isWithin(draft.lifetime, 60, 86_400) ? undefined : words.badNumber,
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem));
}

/** The draft as the API takes it. */
export function changesOf(draft: Draft, client?: Client): ClientChanges {
  return {
    name: draft.name.trim(),
    owner: draft.owner.trim(),
    description: draft.description.trim() || null,
    redirect_uri: draft.redirectUri.trim() || null,
    support_email: draft.supportEmail.trim(),
    support_uri: draft.supportUri.trim() || null,
    expires_at: fromLocalInput(draft.expires, client?.expires_at),
    token_lifetime: draft.lifetime === '' ? null : Number(draft.lifetime),
  };
}
