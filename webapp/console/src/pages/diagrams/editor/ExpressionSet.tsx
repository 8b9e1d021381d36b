import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import { Select } from '../../../shared';
import { Committed } from './Committed';
import { extensionsOf, type Apex, type Foreign } from './extension';
import { VARIABLE_EXPRESSION_TYPES } from './field';
import { choicesOf } from './fields';
import type { ModelerCanvas } from './ModelerCanvas';
import { texts, type FieldName } from './texts';

const DATA_TYPES = ['VARCHAR2', 'NUMBER', 'DATE', 'CLOB', 'JSON', 'TIMESTAMP_WITH_TIME_ZONE'];

interface ExpressionSetProps {
  element: Element;
  modeler: ModelerCanvas;
  object: ModdleElement;
  name: FieldName;
}

/** The variables that an element sets, in the order in which it does. */
export function ExpressionSet({ element, modeler, object, name }: ExpressionSetProps) {
  const words = texts.use();
  const { apex } = modeler;
  const variables = apex.find(extensionsOf(object), [name])?.$children ?? [];
  const change = (next: Foreign[]) =>
    modeler.setExtensions(element, object, apex.withChildren(extensionsOf(object), [name], next));
  return (
    <details open={variables.length > 0}>
      <summary>
        {words.fields[name]} ({variables.length})
      </summary>
      {variables.map((variable, i) => (
        <Variable
          key={i}
          variable={variable}
          apex={apex}
          onChange={(next) => change(variables.flatMap((each) => (each === variable ? (next ?? []) : each)))}
        />
      ))}
      <button type="button" onClick={() => change([...variables, newVariable(apex, variables)])}>
        {words.addVariable}
      </button>
    </details>
  );
}

function newVariable(apex: Apex, variables: readonly Foreign[]): Foreign {
  const taken = variables.map(({ $children }) => Number(apex.text($children ?? [], ['varSequence']) ?? 0));
  return apex.parent('processVariable', [
    apex.leaf('varSequence', String(Math.max(-1, ...taken) + 1)),
    apex.leaf('varName', `VARIABLE_${variables.length + 1}`),
    apex.leaf('varDataType', DATA_TYPES[0]!),
    apex.leaf('varExpressionType', VARIABLE_EXPRESSION_TYPES[0]),
  ]);
}

interface VariableProps {
  variable: Foreign;
  apex: Apex;
  /** undefined takes it away. */
  onChange: (variable: Foreign | undefined) => void;
}

function Variable({ variable, apex, onChange }: VariableProps) {
  const words = texts.use();
  const children = variable.$children ?? [];
  const text = (name: string) => apex.text(children, [name]) ?? '';
  const change = (name: string) => (value: string) =>
    onChange(apex.parent('processVariable', apex.withText(children, [name], value), variable));
  const select = (label: string, name: string, values: readonly string[]) => (
    <Select label={label} value={text(name)} onValue={change(name)} choices={choicesOf(values, text(name), words.none)} />
  );
  const title = text('varName') || words.unnamed;
  return (
    <fieldset>
      <legend>{title}</legend>
      <Committed label={words.variable} value={text('varName')} onCommit={change('varName')} control="line" />
      {select(words.dataType, 'varDataType', DATA_TYPES)}
      {select(words.expressionKind, 'varExpressionType', VARIABLE_EXPRESSION_TYPES)}
      <Committed label={words.expression} value={text('varExpression')} onCommit={change('varExpression')} control="text" />
      <div class="actions">
        <button type="button" class="danger" onClick={() => onChange(undefined)}>
          {words.removeVariable(title)}
        </button>
      </div>
    </fieldset>
  );
}
