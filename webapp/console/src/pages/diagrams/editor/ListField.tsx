import { Select } from '../../../shared';
import { Committed } from './Committed';
import { extensionsOf, type Foreign } from './extension';
import type { Group, List } from './field';
import { choicesOf } from './fields';
import type { ObjectProps } from './props';
import { texts } from './texts';

type ListFieldProps = Omit<ObjectProps, 'object'> & { group: Group; field: List };

/** Elements that repeat, such as the items of a page. */
export function ListField({ element, modeler, group: { owner }, field: { label, list, item, parts } }: ListFieldProps) {
  const words = texts.use();
  const { apex } = modeler;
  const items = apex.find(extensionsOf(owner), list)?.$children ?? [];
  const change = (next: readonly Foreign[]) =>
    modeler.setExtensions(element, owner, apex.withChildren(extensionsOf(owner), list, next));
  const replace = (old: Foreign, made: Foreign | undefined) =>
    change(items.flatMap((each) => (each === old ? (made ?? []) : each)));
  const add = () => change([...items, apex.parent(item, [apex.leaf(parts[0]!.name, `ITEM_${items.length + 1}`)])]);
  return (
    <details open={items.length > 0}>
      <summary>
        {words.fields[label]} ({items.length})
      </summary>
      {items.map((each, i) => (
        <Item key={i} item={each} parts={parts} modeler={modeler} onItem={(made) => replace(each, made)} />
      ))}
      <button type="button" aria-label={`${words.add}: ${words.fields[label]}`} onClick={add}>
        {words.add}
      </button>
    </details>
  );
}

interface ItemProps extends Pick<ObjectProps, 'modeler'>, Pick<List, 'parts'> {
  item: Foreign;
  /** undefined takes it away. */
  onItem: (item: Foreign | undefined) => void;
}

function Item({ item, parts, modeler: { apex }, onItem }: ItemProps) {
  const words = texts.use();
  const children = item.$children ?? [];
  const text = (name: string) => apex.text(children, [name]) ?? '';
  const change = (name: string) => (value: string) =>
    onItem(apex.parent(apex.localOf(item), apex.withText(children, [name], value), item));
  const title = text(parts[0]!.name) || words.unnamed;
  return (
    <fieldset>
      <legend>{title}</legend>
      {parts.map(({ label, name, choices }) => {
        const props = { label: words.fields[label], value: text(name) };
        return choices ? (
          <Select key={name} {...props} onValue={change(name)} choices={choicesOf(choices, text(name), words.none)} />
        ) : (
          <Committed key={name} {...props} onCommit={change(name)} control="line" />
        );
      })}
      <div class="actions">
        <button type="button" class="danger" onClick={() => onItem(undefined)}>
          {words.removeVariable(title)}
        </button>
      </div>
    </fieldset>
  );
}
