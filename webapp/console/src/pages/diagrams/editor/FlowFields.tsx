import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import { Select } from '../../../shared';
import { Committed } from './Committed';
import { choicesOf, definitionOf } from './fields';
import type { ModelerCanvas } from './ModelerCanvas';
import { texts } from './texts';

interface FlowProps {
  element: Element;
  modeler: ModelerCanvas;
  object: ModdleElement;
}

const TIMES = ['timeDuration', 'timeDate', 'timeCycle'] as const;
const CONDITION_LANGUAGES = ['feel', 'plsqlExpression', 'plsqlFunctionBody'];

/** When a timer event fires, as BPMN has it. */
export function TimerFields({ element, modeler, object }: FlowProps) {
  const words = texts.use();
  const definition = definitionOf(object, 'bpmn:TimerEventDefinition');
  if (!definition) {
    return null;
  }
  if (definition.extensionElements) {
    return <p class="hint">{words.oracleTimer}</p>;
  }
  const kind = TIMES.find((each) => definition[each]) ?? TIMES[0];
  const value: string = definition[kind]?.body ?? '';
  const change = (nextKind: string, body: string) => {
    const times = TIMES.map((each) => {
      const isChosen = each === nextKind && body !== '';
      return [each, isChosen ? modeler.create('bpmn:FormalExpression', definition, { body }) : undefined];
    });
    modeler.setAttributes(element, definition, Object.fromEntries(times));
  };
  return (
    <fieldset>
      <legend>{words.timer}</legend>
      <Select
        label={words.timerKind}
        value={kind}
        onValue={(next) => change(next, value)}
        choices={TIMES.map((each) => ({ value: each, label: words[each] }))}
      />
      <Committed label={words.timerValue} value={value} onCommit={(body) => change(kind, body)} control="line" />
    </fieldset>
  );
}

/** When a sequence flow is taken. */
export function ConditionFields({ element, modeler, object }: FlowProps) {
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
export function DefaultFlow({ element, modeler, object }: FlowProps) {
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
