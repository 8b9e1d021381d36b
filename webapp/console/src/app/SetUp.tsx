import { useEffect, useState } from 'preact/hooks';
import { ErrorNote, navigate, setUp, TextField, useAction } from '../shared';
import { Problem } from './SignIn';
import { texts } from './texts';

const LEAST = 12;

/** Makes the first account with the one-time link from the server's log. */
export function SetUp({ token }: { token: string }) {
  const words = texts.use();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isChecked, setChecked] = useState(false);
  const action = useAction();
  useEffect(() => {
    document.title = `${words.setUp} – ${words.product}`;
  }, [words]);
  const problems = {
    name: name.trim() ? undefined : words.missing,
    password: password.length < LEAST || password.toLowerCase() === name.toLowerCase() ? words.passwordRule : undefined,
    repeated: password === repeated ? undefined : words.differs,
  };
  const isGood = !problems.name && !problems.password && !problems.repeated;
  const send = async () => {
    setChecked(true);
    if (isGood && (await action.run(() => setUp(token, name.trim(), password)))) {
      navigate('#/', { replace: true });
    }
  };
  return (
    <form
      class="card narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h1>{words.setUp}</h1>
      <p>{words.setUpIntro}</p>
      {action.error?.status === 403 && action.error.message === 'Setup link not valid' ? (
        <Problem>{words.badLink}</Problem>
      ) : (
        action.error && <ErrorNote error={action.error} />
      )}
      <TextField
        label={words.name}
        value={name}
        onValue={setName}
        maxLength={100}
        autocomplete="username"
        error={isChecked ? problems.name : undefined}
        isRequired
      />
      <TextField
        label={words.password}
        type="password"
        value={password}
        onValue={setPassword}
        maxLength={128}
        autocomplete="new-password"
        hint={isChecked && problems.password ? undefined : words.passwordRule}
        error={isChecked ? problems.password : undefined}
        isRequired
      />
      <TextField
        label={words.repeat}
        type="password"
        value={repeated}
        onValue={setRepeated}
        maxLength={128}
        autocomplete="new-password"
        error={isChecked ? problems.repeated : undefined}
        isRequired
      />
      <button type="submit" class="primary" disabled={action.isRunning}>
        {words.setUpAction}
      </button>
    </form>
  );
}
