import type { ModdleElement } from 'bpmn-js/lib/model/Types';
import { DUE_TYPES, apex, attribute, inside, setting, type AnyField, type Field, type Group, type List } from './field';
import type { FieldName } from './texts';

const page = inside('apexPage');
const form = inside('apexSimpleForm');
const approval = inside('apexApproval');
const program = inside('executePlsql');
const mail = inside('sendMail');

const itemsOf = (container: string): List => ({
  label: 'pageItems',
  list: [container, 'pageItems'],
  item: 'pageItem',
  parts: [
    { label: 'itemName', name: 'itemName' },
    { label: 'itemValue', name: 'itemValue' },
  ],
});
const PARAMETERS: List = {
  label: 'parameters',
  list: ['apexApproval', 'parameters'],
  item: 'parameter',
  parts: [
    { label: 'parStaticId', name: 'parStaticId' },
    { label: 'parDataType', name: 'parDataType', choices: ['String', 'Number', 'Boolean', 'Timestamp'] },
    { label: 'parValue', name: 'parValue' },
  ],
};

const PAGE = [page('applicationId'), page('pageId'), page('request'), itemsOf('apexPage')];
const FORM = [form('applicationId'), form('pageId'), form('request'), itemsOf('apexSimpleForm')];
const APPROVAL = [
  approval('applicationId'),
  approval('taskStaticId'),
  approval('subject'),
  approval('businessRef'),
  approval('resultVariable'),
  PARAMETERS,
];
const PROGRAM = [program('plsqlCode', 'plsqlCode', 'code'), program('engine', 'engine', 'check')];
const MAIL = [
  mail('emailFrom'),
  mail('emailTo'),
  mail('emailCC'),
  mail('subject'),
  mail('bodyText', 'bodyText', 'text'),
];
const MESSAGE = [setting('messageName'), setting('correlationKey'), setting('correlationValue')];
const SENT = [setting('endpoint'), ...MESSAGE, setting('payload')];
const RECEIVED: AnyField[] = [
  ...MESSAGE,
  { label: 'payloadVariable', control: 'line', place: { extension: ['payloadVariable'] } },
];

/** What the type of a task, as `apex:type` has it, asks for. */
const OF_TYPE: Record<string, readonly AnyField[]> = {
  apexPage: PAGE,
  apexSimpleForm: FORM,
  apexApproval: APPROVAL,
  externalUrl: [inside('externalUrl')('url')],
  executePlsql: PROGRAM,
  sendMail: MAIL,
};

/** The types that a task can have. */
const TASK_TYPES: Record<string, readonly string[]> = {
  'bpmn:UserTask': ['apexPage', 'apexApproval', 'apexSimpleForm', 'externalUrl'],
  'bpmn:ScriptTask': ['executePlsql'],
  'bpmn:BusinessRuleTask': ['executePlsql'],
  'bpmn:ServiceTask': ['executePlsql', 'sendMail'],
  'bpmn:SendTask': ['simpleMessage', 'executePlsql'],
  'bpmn:ReceiveTask': ['simpleMessage', 'executePlsql'],
};

/** Tasks that a Java handler can carry out. */
const HANDLED = ['bpmn:ScriptTask', 'bpmn:BusinessRuleTask', 'bpmn:ServiceTask', 'bpmn:SendTask'];
const HANDLER: Field = { label: 'handler', control: 'line', place: { own: 'handler' } };

const ENDING: Field = {
  label: 'processStatus',
  control: ['completed', 'terminated'],
  place: { inside: 'processStatus' },
};

const OF_ELEMENT: Record<string, readonly AnyField[]> = {
  'bpmn:Process': [
    apex('isCallable', 'isCallable', 'check'),
    apex('isStartable', 'isStartable', 'check'),
    apex('instanceName'),
    apex('minLoggingLevel', 'minLoggingLevel', ['0', '1', '2', '4', '8']),
    setting('priority'),
    setting('dueOn', DUE_TYPES),
  ],
  'bpmn:CallActivity': [
    apex('calledDiagram'),
    apex('versionSelection', 'calledDiagramVersionSelection', ['latestVersion', 'namedVersion']),
    apex('calledVersion', 'calledDiagramVersion'),
  ],
  'bpmn:SequenceFlow': [apex('sequence')],
  'bpmn:Lane': [apex('isRole', 'isRole', 'check'), apex('role')],
};

const WORK_LIST = [
  setting('priority'),
  setting('dueOn', DUE_TYPES),
  setting('potentialUsers'),
  setting('potentialGroups'),
  setting('excludedUsers'),
  setting('businessAdmin'),
];

/** The groups of fields that an element has, besides those with a form of their own. */
export function groupsOf(object: ModdleElement, apexType: string | undefined): Group[] {
  const type = object.$type;
  const general: Group = { title: 'general', owner: object, fields: [attribute('name')] };
  const types = TASK_TYPES[type];
  const groups: (Group | undefined)[] = [
    general,
    OF_ELEMENT[type] && { title: 'execution', owner: object, fields: OF_ELEMENT[type] },
    types && { title: 'execution', owner: object, fields: [apex('type', 'type', types), ...ofType(type, apexType)] },
    HANDLED.includes(type) ? { title: 'handler', owner: object, fields: [HANDLER] } : undefined,
    type === 'bpmn:UserTask' ? { title: 'workList', owner: object, fields: WORK_LIST } : undefined,
    ...messagesOf(object),
    ...endingOf(object),
  ];
  return groups.filter((group) => group !== undefined);
}

function ofType(type: string, apexType: string | undefined): readonly AnyField[] {
  if (apexType === 'simpleMessage') {
    return type === 'bpmn:SendTask' ? SENT : RECEIVED;
  }
  return OF_TYPE[apexType ?? ''] ?? [];
}

/** The message of an event: its type stands at the event, all else in the definition. */
function messagesOf(object: ModdleElement): Group[] {
  const definition = definitionOf(object, 'bpmn:MessageEventDefinition');
  if (!definition) {
    return [];
  }
  const isSent = ['bpmn:EndEvent', 'bpmn:IntermediateThrowEvent'].includes(object.$type);
  return [
    { title: 'message', owner: object, fields: [apex('type', 'type', ['simpleMessage'])] },
    { title: 'messageContent', owner: definition, fields: isSent ? SENT : RECEIVED },
  ];
}

/** What becomes of the instance at an event that terminates it. */
function endingOf(object: ModdleElement): Group[] {
  const owner = definitionOf(object, 'bpmn:TerminateEventDefinition');
  return owner ? [{ title: 'ending', owner, fields: [ENDING] }] : [];
}

export function definitionOf(object: ModdleElement, type: string): ModdleElement | undefined {
  return (object.eventDefinitions as ModdleElement[] | undefined)?.find(({ $type }) => $type === type);
}

/** The names of the expression sets that an element runs. */
export function expressionSetsOf(object: ModdleElement): FieldName[] {
  if (object.$type === 'bpmn:CallActivity') {
    return ['beforeTask', 'inVariables', 'outVariables', 'afterTask'];
  }
  if (object.$instanceOf('bpmn:Task')) {
    return ['beforeTask', 'afterTask'];
  }
  if (object.$instanceOf('bpmn:Gateway')) {
    return ['beforeSplit', 'afterMerge'];
  }
  return object.$instanceOf('bpmn:Event') ? ['beforeEvent', 'onEvent'] : [];
}

/** The choices with an empty one, and with the present value should it be none of them. */
export function choicesOf(values: readonly string[], value: string, none: string) {
  const all = value === '' || values.includes(value) ? values : [...values, value];
  return [{ value: '', label: none }, ...all.map((each) => ({ value: each, label: each }))];
}
