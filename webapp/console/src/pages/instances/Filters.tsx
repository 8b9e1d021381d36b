import { useEffect, useRef, useState } from 'preact/hooks';
import {
  CheckGroup,
  Select,
  TextField,
  fromLocalInput,
  navigate,
  hrefOf,
  setQuery,
  toLocalInput,
  useLocation,
} from '../../shared';
import { INSTANCE_STATUSES, type Diagram } from '../../processes/model';
import { texts as common } from '../../processes/texts';
import { MORE_FILTERS, RANGES } from './search';
import { texts } from './texts';

const TYPING_MS = 350;

/** The filters of the search; each lives in the address under the name it has in the API. */
export function Filters({ diagrams }: { diagrams: readonly Diagram[] }) {
  const words = texts.use();
  const terms = common.use();
  const { query } = useLocation();
  const names = [...new Set(diagrams.map(({ name }) => name))].sort((a, b) => a.localeCompare(b));
  const choices = [{ value: '', label: terms.any }, ...names.map((name) => ({ value: name, label: name }))];
  const statuses = INSTANCE_STATUSES.map((value) => ({ value, label: terms.instanceStatuses[value]! }));
  return (
    <search class="region filters" aria-label={words.search}>
      <CheckGroup
        legend={terms.status}
        choices={statuses}
        values={query.getAll('status')}
        onValues={(status) => change({ status })}
      />
      <div class="fields">
        <TextFilter name="name" label={words.name} hint={words.nameHint} />
        <Select
          label={terms.diagram}
          value={query.get('diagram') ?? ''}
          onValue={(diagram) => change({ diagram })}
          choices={choices}
        />
        <TextFilter name="business_ref" label={terms.businessRef} hint={words.exact} />
      </div>
      <MoreFilters isOpen={MORE_FILTERS.some((name) => query.has(name))} />
      {[...query.keys()].some((name) => name !== 'order_by' && name !== 'limit') && (
        <div>
          <button type="button" onClick={() => navigate(hrefOf(['instances']), { replace: true })}>
            {words.clear}
          </button>
        </div>
      )}
    </search>
  );
}

function MoreFilters({ isOpen }: { isOpen: boolean }) {
  const words = texts.use();
  const terms = common.use();
  const { query } = useLocation();
  const [wasOpen] = useState(isOpen);
  const priorities = Object.entries(terms.priorities).map(([value, label]) => ({ value, label }));
  const ranges = { created: words.created, started: words.started, completed: words.completed, due: terms.due };
  return (
    <details open={wasOpen}>
      <summary>{words.moreFilters}</summary>
      <div class="fields">
        <TextFilter name="diagram_version" label={words.version} hint={words.exact} />
        <TextFilter name="init_by" label={words.createdBy} hint={words.exact} />
        <Select
          label={terms.priority}
          value={query.get('priority') ?? ''}
          onValue={(priority) => change({ priority })}
          choices={[{ value: '', label: terms.any }, ...priorities]}
        />
        <TextFilter name="var" label={words.variable} hint={words.variableHint} />
        {RANGES.map((name) => (
          <>
            <TimeFilter name={`${name}_from`} label={words.from(ranges[name])} />
            <TimeFilter name={`${name}_to`} label={words.to(ranges[name])} />
          </>
        ))}
      </div>
    </details>
  );
}

/** Other filters start at the first page. */
function change(values: Record<string, string | string[] | undefined>): void {
  setQuery({ ...values, after: undefined });
}

/** Reaches the address when typing pauses. */
function TextFilter({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const stored = useLocation().query.get(name) ?? '';
  const [typed, setTyped] = useState(stored);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => setTyped(stored), [stored]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => change({ [name]: value }), TYPING_MS);
  };
  return <TextField type="search" label={label} hint={hint} value={typed} onValue={type} />;
}

function TimeFilter({ name, label }: { name: string; label: string }) {
  const stored = useLocation().query.get(name);
  return (
    <TextField
      type="datetime-local"
      label={label}
      value={toLocalInput(stored)}
      onValue={(value) => change({ [name]: fromLocalInput(value) ?? undefined })}
    />
  );
}
