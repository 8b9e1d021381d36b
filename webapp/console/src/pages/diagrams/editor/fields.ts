import type { ModdleElement } from 'bpmn-js/lib/model/Types';
import type { FieldName, GroupName } from './texts';

/** How a value is edited: one line, several, yes or no, or one of these. */
type Control = 'line' | 'text' | 'code' | 'check' | readonly string[];

/** Where a value stands: in an attribute, with or without `apex:`, or as a text in `extensionElements`. */
type Place = { attribute: string } | { apex: string } | { extension: readonly string[] };

export type Field = { label: FieldName; control: Control; place: Place };

/** A setting: an expression and its type. */
export interface Setting {
  label: FieldName;
  setting: string;
  types: readonly string[];
}

export interface Group {
  title: GroupName;
  /** The element of the text that holds the values. */
  owner: ModdleElement;
  fields: readonly (Field | Setting)[];
}

export const EXPRESSION_TYPES = [
  'static',
  'processVariable',
  'feelExpression',
  'plsqlExpression',
  'plsqlRawExpression',
  'plsqlFunctionBody',
  'plsqlRawFunctionBody',
  'sqlQuerySingle',
  'sqlQueryList',
] as const;
export const VARIABLE_EXPRESSION_TYPES = [...EXPRESSION_TYPES, 'sqlQueryArray'] as const;
const DUE_TYPES = ['interval', ...EXPRESSION_TYPES, 'oracleScheduler'] as const;

const attribute = (label: FieldName, name: string = label, control: Control = 'line'): Field => ({
  label,
  control,
  place: { attribute: name },
});
const apex = (label: FieldName, name: string = label, control: Control = 'line'): Field => ({
  label,
  control,
  place: { apex: name },
});
const inside =
  (container: string) =>
  (label: FieldName, name: string = label, control: Control = 'line'): Field => ({
    label,
    control,
    place: { extension: [container, name] },
  });
const setting = (name: FieldName, types: readonly string[] = EXPRESSION_TYPES): Setting => ({
  label: name,
  setting: name,
  types,
});

const page = inside('apexPage');
const form = inside('apexSimpleForm');
const approval = inside('apexApproval');
const program = inside('executePlsql');
const mail = inside('sendMail');

const PAGE = [page('applicationId'), page('pageId'), page('request')];
const FORM = [form('applicationId'), form('pageId'), form('request')];
const APPROVAL = [
  approval('applicationId'),
  approval('taskStaticId'),
  approval('subject'),
  approval('businessRef'),
  approval('resultVariable'),
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
const RECEIVED: (Field | Setting)[] = [
  ...MESSAGE,
  { label: 'payloadVariable', control: 'line', place: { extension: ['payloadVariable'] } },
];

/** What the type of a task, as `apex:type` has it, asks for. */
const OF_TYPE: Record<string, readonly (Field | Setting)[]> = {
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

const OF_ELEMENT: Record<string, readonly (Field | Setting)[]> = {
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
    type === 'bpmn:UserTask' ? { title: 'workList', owner: object, fields: WORK_LIST } : undefined,
    ...messagesOf(object),
  ];
  return groups.filter((group) => group !== undefined);
}

function ofType(type: string, apexType: string | undefined): readonly (Field | Setting)[] {
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
