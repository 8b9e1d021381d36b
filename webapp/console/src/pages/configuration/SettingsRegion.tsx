import { useState } from 'preact/hooks';
import {
  api,
  Checkbox,
  ErrorNote,
  Loading,
  TextField,
  toast,
  useAction,
  useLive,
  type Collection,
} from '../../shared';
import { isWebAddress, isWithin } from './checks';
import { texts } from './texts';

interface Setting {
  key: string;
  value: string | null;
  default: string | null;
  locked: boolean;
}

const BASE = 'rest_base';
const LOG = 'logging_rest_incoming_calls';
const RETAIN = 'logging_rest_incoming_calls_retain_days';

/** Base URL, logging of calls, and how long they are kept. */
export function SettingsRegion() {
  const words = texts.use();
  const live = useLive<Collection<Setting>>('v1/configuration', {}, 30);
  return (
    <section class="region" aria-labelledby="settings">
      <h2 id="settings">{words.configuration}</h2>
      {live.data && <SettingsForm settings={live.data.items} onSaved={live.refresh} />}
      {live.error && <ErrorNote error={live.error} onRetry={live.refresh} />}
      {!live.data && !live.error && <Loading />}
    </section>
  );
}

function SettingsForm({ settings, onSaved }: { settings: Setting[]; onSaved: () => void }) {
  const words = texts.use();
  const action = useAction();
  const [edited, setEdited] = useState<Record<string, string>>({});
  const settingOf = (key: string) => settings.find((each) => each.key === key);
  const valueOf = (key: string) => edited[key] ?? settingOf(key)?.value ?? '';
  const edit = (key: string) => (value: string) => setEdited({ ...edited, [key]: value });
  const isLocked = (key: string) => settingOf(key)?.locked ?? true;
  const problems = {
    base: valueOf(BASE) === '' || isWebAddress(valueOf(BASE)) ? undefined : words.badUrl,
    retain: valueOf(RETAIN) === '' || isWithin(valueOf(RETAIN), 0, 36_500) ? undefined : words.badNumber,
  };
  const save = async () => {
    const values = Object.entries(edited).filter(([key]) => !isLocked(key));
    const body = Object.fromEntries(values.map(([key, value]) => [key, value === '' ? null : value]));
    if (!problems.base && !problems.retain && (await action.run(() => api.put('v1/configuration', body)))) {
      setEdited({});
      onSaved();
      toast(words.saved);
    }
  };
  return (
    <form
      class="settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="fields">
        <TextField
          label={words.baseUrl}
          type="url"
          value={valueOf(BASE)}
          onValue={edit(BASE)}
          maxLength={2000}
          hint={isLocked(BASE) ? words.locked : words.baseUrlHint}
          error={problems.base}
          isDisabled={isLocked(BASE)}
        />
        <Checkbox
          isSwitch
          label={words.logCalls}
          isChecked={valueOf(LOG) === 'Y'}
          onChecked={(isChecked) => edit(LOG)(isChecked ? 'Y' : 'N')}
          isDisabled={isLocked(LOG)}
        />
        <TextField
          label={words.retain}
          type="number"
          min={0}
          max={36_500}
          value={valueOf(RETAIN)}
          onValue={edit(RETAIN)}
          hint={isLocked(RETAIN) ? words.locked : words.retainHint}
          error={problems.retain}
          isDisabled={isLocked(RETAIN)}
        />
      </div>
      {action.error && <ErrorNote error={action.error} />}
      <div class="actions">
        <button type="submit" class="primary" disabled={action.isRunning}>
          {words.apply}
        </button>
      </div>
    </form>
  );
}
