import type { ModdleElement } from 'bpmn-js/lib/model/Types';
import { Select } from '../../../shared';
import { extensionsOf } from './extension';
import { inside, setting, type AnyField, type Field, type Group } from './field';
import type { ObjectProps } from './props';
import { texts } from './texts';

const KINDS = ['parallel', 'sequential', 'loop'] as const;
type Kind = (typeof KINDS)[number];

const input = inside('inputCollection');
const output = inside('outputCollection');
const DESCRIPTION: Field = { label: 'description', control: 'line', place: { extension: ['description'] } };
const RESULTS: readonly AnyField[] = [
  setting('outputCollection', ['processVariableArray']),
  output('outputVariables', 'insideVariable'),
  setting('completionCondition', ['plsqlExpression', 'plsqlFunctionBody', 'feelExpression']),
  DESCRIPTION,
];
const COLLECTION: readonly AnyField[] = [
  setting('inputCollection', ['processVariableList', 'processVariableArray', 'sqlQueryArray']),
  input('insideVariable'),
];

/** Whether an activity runs several times, and how. */
export function IterationKind({ element, modeler, object }: ObjectProps) {
  const words = texts.use();
  if (!canIterate(object)) {
    return null;
  }
  const old: ModdleElement | undefined = object.loopCharacteristics;
  const change = (kind: string) => {
    const made = kind && create(kind as Kind, modeler, object);
    if (made && old) {
      made.extensionElements = modeler.extensionsWith(made, extensionsOf(old));
    }
    modeler.setAttributes(element, object, { loopCharacteristics: made || undefined });
  };
  return (
    <Select
      label={words.iteration}
      value={kindOf(old) ?? ''}
      onValue={change}
      choices={[
        { value: '', label: words.once },
        ...KINDS.map((kind) => ({ value: kind, label: words.iterations[kind] })),
      ]}
    />
  );
}

/** What an iteration runs over, what it brings and when it ends. */
export function iterationOf({ loopCharacteristics: owner }: ModdleElement): Group[] {
  const kind = kindOf(owner);
  return kind ? [{ title: 'iteration', owner, fields: kind === 'loop' ? RESULTS : [...COLLECTION, ...RESULTS] }] : [];
}

function canIterate(object: ModdleElement): boolean {
  return object.$instanceOf('bpmn:Task') || object.$type === 'bpmn:SubProcess';
}

function kindOf(loop: ModdleElement | undefined): Kind | undefined {
  if (loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics') {
    return loop.isSequential ? 'sequential' : 'parallel';
  }
  return loop && 'loop';
}

function create(kind: Kind, modeler: ObjectProps['modeler'], object: ModdleElement): ModdleElement {
  return kind === 'loop'
    ? modeler.create('bpmn:StandardLoopCharacteristics', object, {})
    : modeler.create('bpmn:MultiInstanceLoopCharacteristics', object, { isSequential: kind === 'sequential' });
}
