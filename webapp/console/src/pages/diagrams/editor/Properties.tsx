import type { ModdleElement } from 'bpmn-js/lib/model/Types';
import { Checkbox, Select } from '../../../shared';
import { Committed } from './Committed';
import { ExpressionSet } from './ExpressionSet';
import { FOREIGN, extensionsOf } from './extension';
import type { AnyField, Field, Group, Place, Setting } from './field';
import { choicesOf, expressionSetsOf, groupsOf } from './fields';
import { ConditionFields, DefaultFlow } from './FlowFields';
import { IterationKind, iterationOf } from './IterationFields';
import { ListField } from './ListField';
import type { ModelerCanvas } from './ModelerCanvas';
import type { ObjectProps } from './props';
import { texts } from './texts';
import { TimerFields } from './TimerFields';

export type PropertiesProps = Omit<ObjectProps, 'object'>;

/** The properties of the selected element that the engine knows; all others stay as they are. */
export function Properties({ element, modeler }: PropertiesProps) {
  const words = texts.use();
  // a pool stands for its process, a label for what it names
  const object: ModdleElement = element.businessObject.processRef ?? element.businessObject;
  const props = { element, modeler, object };
  const groups = groupsOf(object, object.get(modeler.apex.nameOf('type')));
  return (
    <section class="region properties" aria-label={words.properties}>
      <h2>{words.of(object.$type.replace(/^bpmn:/, ''), object.id)}</h2>
      {groups.map((group) => (
        <GroupFields key={group.title} {...props} group={group} />
      ))}
      <IterationKind key={`${object.id} iteration`} {...props} />
      {iterationOf(object).map((group) => (
        <GroupFields key={group.title} {...props} group={group} />
      ))}
      <TimerFields key={`${object.id} timer`} {...props} />
      <ConditionFields key={`${object.id} condition`} {...props} />
      <DefaultFlow key={`${object.id} default`} {...props} />
      {expressionSetsOf(object).map((name) => (
        <ExpressionSet key={`${object.id} ${name}`} {...props} name={name} />
      ))}
    </section>
  );
}

function GroupFields({ group, object, ...props }: ObjectProps & { group: Group }) {
  return (
    <fieldset>
      <legend>{texts.use().groups[group.title]}</legend>
      {group.fields.map((field) => (
        <OneField key={`${object.id} ${field.label}`} {...props} group={group} field={field} />
      ))}
    </fieldset>
  );
}

interface OneFieldProps extends PropertiesProps {
  group: Group;
  field: AnyField;
}

function OneField({ field, ...props }: OneFieldProps) {
  if ('list' in field) {
    return <ListField {...props} field={field} />;
  }
  return 'setting' in field ? <SettingField {...props} field={field} /> : <ValueField {...props} field={field} />;
}

function ValueField({ element, modeler, group: { owner }, field }: OneFieldProps & { field: Field }) {
  const words = texts.use();
  const { place, control } = field;
  const label = words.fields[field.label];
  const value = valueAt(owner, modeler, place);
  const change = (next: string) => setValue({ element, modeler }, owner, place, next);
  if (control === 'check') {
    return (
      <Checkbox label={label} isChecked={value === 'true'} onChecked={(isChecked) => change(isChecked ? 'true' : 'false')} />
    );
  }
  if (typeof control !== 'string') {
    return <Select label={label} value={value} onValue={change} choices={choicesOf(control, value, words.none)} />;
  }
  return <Committed label={label} value={value} onCommit={change} control={control} />;
}

type InAttribute = Exclude<Place, { extension: unknown } | { inside: unknown }>;

function attributeName({ apex }: ModelerCanvas, place: InAttribute): string {
  if ('own' in place) {
    return apex.ownNameOf(place.own);
  }
  return 'apex' in place ? apex.nameOf(place.apex) : place.attribute;
}

function valueAt(owner: ModdleElement, modeler: ModelerCanvas, place: Place): string {
  if ('extension' in place) {
    return modeler.apex.text(extensionsOf(owner), place.extension) ?? '';
  }
  if ('inside' in place) {
    return modeler.apex.text(owner.get(FOREIGN), [place.inside]) ?? '';
  }
  return String(owner.get(attributeName(modeler, place)) ?? '');
}

/** Sets a value; an empty one is taken away. */
function setValue({ element, modeler }: PropertiesProps, owner: ModdleElement, place: Place, value: string): void {
  const { apex } = modeler;
  if ('extension' in place) {
    modeler.setExtensions(element, owner, apex.withText(extensionsOf(owner), place.extension, value));
  } else if ('inside' in place) {
    modeler.setAttributes(element, owner, { [FOREIGN]: apex.withText(owner.get(FOREIGN), [place.inside], value) });
  } else {
    if ('own' in place) {
      apex.declareOwn();
    }
    modeler.setAttributes(element, owner, { [attributeName(modeler, place)]: value || undefined });
  }
}

function SettingField({ element, modeler, group: { owner }, field }: OneFieldProps & { field: Setting }) {
  const words = texts.use();
  const label = words.fields[field.label];
  const text = (part: string) => modeler.apex.text(extensionsOf(owner), [field.setting, part]) ?? '';
  const [type, expression] = [text('expressionType'), text('expression')];
  const change = (part: string, value: string) => {
    let values = modeler.apex.withText(extensionsOf(owner), [field.setting, part], value);
    if (part === 'expression') {
      values = modeler.apex.withText(values, [field.setting, 'expressionType'], value && (type || field.types[0]!));
    }
    modeler.setExtensions(element, owner, values);
  };
  return (
    <div class="setting">
      <Committed label={label} value={expression} onCommit={(value) => change('expression', value)} control="line" />
      {expression && (
        <Select
          label={words.expressionType(label)}
          value={type}
          onValue={(value) => change('expressionType', value)}
          choices={choicesOf(field.types, type, words.none)}
        />
      )}
    </div>
  );
}
