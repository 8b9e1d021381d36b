import type { ComponentChildren } from 'preact';
import { CheckGroup, ROLES, TextArea, TextField, type Role } from '../../shared';
import type { Draft, Problems } from './draft';
import { texts } from './texts';

interface ClientFieldsProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  problems: Problems;
  isDisabled?: boolean;
  /** Id and secret of an existing client, which stand after the description. */
  credentials?: ComponentChildren;
}

const CHOICES = ROLES.map((role) => ({ value: role, label: role }));

/** The fields of a client in the order of the original. */
export function ClientFields({ draft, onDraft, problems, isDisabled, credentials }: ClientFieldsProps) {
  const words = texts.use();
  const field = (key: Exclude<keyof Draft, 'roles'>) => ({
    value: draft[key],
    onValue: (value: string) => onDraft({ ...draft, [key]: value }),
    error: problems[key],
    isDisabled,
  });
  return (
    <>
      <TextField label={words.name} {...field('name')} maxLength={255} isRequired />
      <TextField label={words.owner} {...field('owner')} maxLength={255} isRequired />
      <TextArea label={words.description} {...field('description')} maxLength={4000} />
      {credentials}
      <TextField label={words.redirectUri} type="url" {...field('redirectUri')} maxLength={2000} />
      <TextField label={words.supportEmail} type="email" {...field('supportEmail')} maxLength={255} isRequired />
      <TextField label={words.supportUri} type="url" {...field('supportUri')} maxLength={2000} />
      <CheckGroup
        legend={words.roles}
        choices={CHOICES}
        values={draft.roles}
        onValues={(roles) => onDraft({ ...draft, roles: roles as Role[] })}
        isDisabled={isDisabled}
      />
      <div class="fields">
        <TextField label={words.expires} type="datetime-local" {...field('expires')} hint={words.expiresHint} />
        <TextField
          label={words.lifetime}
          type="number"
          min={60}
          max={86_400}
          {...field('lifetime')}
          hint={words.lifetimeHint}
        />
      </div>
    </>
  );
}
