import { useState } from 'preact/hooks';
import { ApiError, ErrorNote, Note, signIn, TextField, useAction } from '../shared';
import { texts } from './texts';

/** Signing in; the address stays, so that the viewer gets to where he wanted. */
export function SignIn({ isExpired }: { isExpired: boolean }) {
  const words = texts.use();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const action = useAction();
  return (
    <form
      class="card narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void action.run(() => signIn(name, password));
      }}
    >
      <img src="./icon.svg" alt="" width="56" height="56" />
      <h1>{words.signIn}</h1>
      <p>{words.purpose}</p>
      {isExpired && <Note>{words.expired}</Note>}
      <Refusal error={action.error} />
      <TextField label={words.name} value={name} onValue={setName} maxLength={100} autocomplete="username" isRequired />
      <TextField
        label={words.password}
        type="password"
        value={password}
        onValue={setPassword}
        maxLength={128}
        autocomplete="current-password"
        isRequired
      />
      <button type="submit" class="primary" disabled={action.isRunning}>
        {words.signIn}
      </button>
    </form>
  );
}

function Refusal({ error }: { error?: ApiError }) {
  const words = texts.use();
  switch (error?.message) {
    case undefined:
      return null;
    case 'Sign-in failed':
      return <Problem>{words.wrong}</Problem>;
    case 'HTTPS required':
      return <Problem>{words.https}</Problem>;
    default:
      return <ErrorNote error={error} />;
  }
}

/** A refusal in the page's own words. */
export function Problem({ children }: { children: string }) {
  return (
    <div class="note error" role="alert">
      <p>{children}</p>
    </div>
  );
}
