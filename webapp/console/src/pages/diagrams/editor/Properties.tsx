import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import { Checkbox, Select } from '../../../shared';
import { Committed } from './Committed';
import { ExpressionSet } from './ExpressionSet';
import { extensionsOf } from './extension';
import { choicesOf, expressionSetsOf, groupsOf, type Field, type Group, type Setting } from './fields';
import { ConditionFields, DefaultFlow, TimerFields } from './FlowFields';
import type { ModelerCanvas } from './ModelerCanvas';
import { texts } from './texts';

export interface PropertiesProps {
  element: Element;
  modeler: ModelerCanvas;
}

/** The properties of the selected element that the engine knows; all others stay as they are. */
export function Properties({ element, modeler }: PropertiesProps) {
  const words = texts.use();
  // a pool stands for its process, a label for what it names
  const object: ModdleElement = element.businessObject.processRef ?? element.businessObject;
  const props = { element, modeler, object };
  return (
    <section class="region properties" aria-label={words.properties}>
      <h2>{words.of(object.$type.replace(/^bpmn:/, ''), object.id)}</h2>
      {groupsOf(object, object.get(modeler.apex.nameOf('type'))).map((group) => (
        <fieldset key={group.title}>
          <legend>{words.groups[group.title]}</legend>
          {group.fields.map((field) => (
            <OneField key={`${object.id} ${field.label}`} {...props} group={group} field={field} />
          ))}
        </fieldset>
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

interface OneFieldProps extends PropertiesProps {
  group: Group;
  field: Field | Setting;
}

function OneField({ field, ...props }: OneFieldProps) {
  return 'setting' in field ? <SettingField {...props} field={field} /> : <ValueField {...props} field={field} />;
}

function ValueField({ element, modeler, group: { owner }, field }: OneFieldProps & { field: Field }) {
  const words = texts.use();
  const { place, control } = field;
  const label = words.fields[field.label];
  const value = valueAt(owner, modeler, place);
  const change = (next: string) => {
    if ('extension' in place) {
      modeler.setExtensions(element, owner, modeler.apex.withText(extensionsOf(owner), place.extension, next));
    } else {
      modeler.setAttributes(element, owner, { [attributeName(modeler, place)]: next || undefined });
    }
  };
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

function attributeName(modeler: ModelerCanvas, place: { attribute: string } | { apex: string }): string {
  return 'apex' in place ? modeler.apex.nameOf(place.apex) : place.attribute;
}

function valueAt(owner: ModdleElement, modeler: ModelerCanvas, place: Field['place']): string {
  const value =
    'extension' in place
      ? modeler.apex.text(extensionsOf(owner), place.extension)
      : owner.get(attributeName(modeler, place));
  return String(value ?? '');
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
