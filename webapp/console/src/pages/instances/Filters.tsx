import { useState } from 'preact/hooks';
import { CheckGroup, hrefOf, navigate, useLocation } from '../../shared';
import { ChoiceFilter, TextFilter, TimeFilter, changeFilters, usePriorities } from '../../processes/AddressFields';
import { INSTANCE_STATUSES, type Diagram } from '../../processes/model';
import { FilterPanel } from '../../processes/FilterPanel';
import { texts as common } from '../../processes/texts';
import { MORE_FILTERS, RANGES } from './search';
import { texts } from './texts';

/** The filters of the search; each lives in the address under the name it has in the API. */
export function Filters({ diagrams }: { diagrams: readonly Diagram[] }) {
  const words = texts.use();
  const terms = common.use();
  const { query } = useLocation();
  const names = [...new Set(diagrams.map(({ name }) => name))].sort((a, b) => a.localeCompare(b));
  const statuses = INSTANCE_STATUSES.map((value) => ({ value, label: terms.instanceStatuses[value]! }));
  return (
    <FilterPanel label={words.search}>
      <CheckGroup
        legend={terms.status}
        choices={statuses}
        values={query.getAll('status')}
        onValues={(status) => changeFilters({ status })}
      />
      <div class="fields">
        <TextFilter name="name" label={words.name} hint={words.nameHint} />
        <ChoiceFilter
          name="diagram"
          label={terms.diagram}
          choices={names.map((name) => ({ value: name, label: name }))}
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
    </FilterPanel>
  );
}

function MoreFilters({ isOpen }: { isOpen: boolean }) {
  const words = texts.use();
  const terms = common.use();
  const [wasOpen] = useState(isOpen);
  const ranges = { created: words.created, started: words.started, completed: words.completed, due: terms.due };
  return (
    <details open={wasOpen}>
      <summary>{words.moreFilters}</summary>
      <div class="fields">
        <TextFilter name="prcs_id" label={words.number} hint={terms.several} />
        <TextFilter name="diagram_version" label={words.version} hint={words.exact} />
        <TextFilter name="init_by" label={words.createdBy} hint={words.exact} />
        <ChoiceFilter name="priority" label={terms.priority} choices={usePriorities()} />
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
