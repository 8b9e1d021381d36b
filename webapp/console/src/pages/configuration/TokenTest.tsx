import { useState } from 'preact/hooks';
import { CopyText, ErrorNote, Note, TextField, useAction } from '../../shared';
import { curlLines, testCredentials, type Client } from './clients';
import { texts } from './texts';

/** Tries the credentials as the client would, and says how to do it in a shell. */
export function TokenTest({ client, secret }: { client: Client; secret?: string }) {
  const words = texts.use();
  const action = useAction();
  const [typed, setTyped] = useState('');
  const [seconds, setSeconds] = useState<number>();
  // without the role the API answers as if there were nothing to read
  const mayRead = client.roles.includes('Flows for Apex - Read');
  const used = typed || secret || '';
  const test = async () => {
    setSeconds(undefined);
    await action.run(async () => setSeconds(await testCredentials(client.client_id, used)));
  };
  const curl = curlLines(client.client_id, secret);
  return (
    <fieldset
      class="test"
      onKeyDown={(event) => {
        // within the form of the client, which Enter would save
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          void (used && test());
        }
      }}
    >
      <legend>{words.test}</legend>
      <p class="hint">{words.testIntro}</p>
      {!secret && (
        <TextField
          label={words.testSecret}
          type="password"
          value={typed}
          onValue={setTyped}
          maxLength={200}
          autocomplete="off"
        />
      )}
      <div class="actions">
        <button type="button" disabled={!used || action.isRunning} onClick={test}>
          {words.testRun}
        </button>
      </div>
      {seconds !== undefined &&
        (mayRead ? (
          <Note kind="success">{words.testGood(seconds)}</Note>
        ) : (
          <Note kind="warning">{words.testMayNotRead(seconds)}</Note>
        ))}
      {action.error?.body?.error ? (
        <div class="note error" role="alert">
          <p>{words.testRefused(action.error.body.error)}</p>
        </div>
      ) : (
        action.error && <ErrorNote error={action.error} />
      )}
      <CopyText label={words.curlToken} value={curl.token} isBlock />
      <CopyText label={words.curlUse} value={curl.use} isBlock />
    </fieldset>
  );
}
