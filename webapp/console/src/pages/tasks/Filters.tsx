import { useState } from 'preact/hooks';
import { useLocation } from '../../shared';
import { ChoiceFilter, TextFilter, TimeFilter, usePriorities } from '../../processes/AddressFields';
import { FilterPanel } from '../../processes/FilterPanel';
import { texts as common } from '../../processes/texts';
import { texts } from './texts';

const MORE = ['diagram', 'business_ref', 'lane', 'type', 'reserved', 'reservation', 'due_from'];

/** The parameters of the work list that the address may hold. */
export const FILTERS = ['user', 'group', 'priority', 'due_before', ...MORE];

/** The filters of the work list; each lives in the address under the name it has in the API. */
export function Filters() {
  const words = texts.use();
  const terms = common.use();
  const { query } = useLocation();
  const [wasOpen] = useState(() => MORE.some((name) => query.has(name)));
  const types = Object.entries(words.types).map(([value, label]) => ({ value, label }));
  const reserved = [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ];
  return (
    <FilterPanel label={words.filters}>
      <div class="fields">
        <TextFilter name="user" label={words.user} hint={words.userHint} />
        <TextFilter name="group" label={words.group} hint={terms.several} />
        <ChoiceFilter name="priority" label={terms.priority} choices={usePriorities()} />
        <TimeFilter name="due_before" label={words.dueBefore} />
      </div>
      <details open={wasOpen}>
        <summary>{words.more}</summary>
        <div class="fields">
          <TimeFilter name="due_from" label={words.dueFrom} />
          <TextFilter name="diagram" label={terms.diagram} />
          <TextFilter name="business_ref" label={terms.businessRef} />
          <TextFilter name="lane" label={words.lane} />
          <ChoiceFilter name="type" label={words.type} choices={types} />
          <ChoiceFilter name="reserved" label={words.reserved} choices={reserved} />
          <TextFilter name="reservation" label={words.reservedBy} />
        </div>
      </details>
    </FilterPanel>
  );
}
