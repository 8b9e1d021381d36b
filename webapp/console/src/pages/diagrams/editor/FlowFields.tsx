import type { ModdleElement } from 'bpmn-js/lib/model/Types';
import { Select } from '../../../shared';
import { Committed } from './Committed';
import { choicesOf } from './fields';
import type { ObjectProps } from './props';
import { texts } from './texts';

const CONDITION_LANGUAGES = ['feel', 'plsqlExpression', 'plsqlFunctionBody'];

/** When a sequence flow is taken. */
export function ConditionFields({ element, modeler, object }: ObjectProps) {
  const words = texts.use();
  if (object.$type !== 'bpmn:SequenceFlow') {
    return null;
  }
  const { language = '', body = '' } = object.conditionExpression ?? {};
  const change = (condition: { language: string; body: string }) =>
    modeler.setAttributes(element, object, {
      conditionExpression: condition.body ? modeler.create('bpmn:FormalExpression', object, condition) : undefined,
    });
  return (
    <fieldset>
      <legend>{words.condition}</legend>
      <Committed
        label={words.conditionBody}
        value={body}
        onCommit={(next) => change({ language: language || CONDITION_LANGUAGES[0]!, body: next })}
        control="text"
      />
      {body && (
        <Select
          label={words.conditionLanguage}
          value={language}
          onValue={(next) => change({ language: next, body })}
          choices={choicesOf(CONDITION_LANGUAGES, language, words.none)}
        />
      )}
    </fieldset>
  );
}

/** Which way a gateway takes when no condition holds. */
export function DefaultFlow({ element, modeler, object }: ObjectProps) {
  const words = texts.use();
  const flows: ModdleElement[] = object.outgoing ?? [];
  if (!['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'].includes(object.$type) || flows.length < 2) {
    return null;
  }
  return (
    <Select
      label={words.defaultFlow}
      value={object.default?.id ?? ''}
      onValue={(id) => modeler.setAttributes(element, object, { default: flows.find((flow) => flow.id === id) })}
      choices={[
        { value: '', label: words.none },
        ...flows.map((flow) => ({ value: flow.id, label: flow.name || flow.targetRef?.name || flow.id })),
      ]}
    />
  );
}
