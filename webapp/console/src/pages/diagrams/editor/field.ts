import type { ModdleElement } from 'bpmn-js/lib/model/Types';
import type { Path } from './extension';
import type { FieldName, GroupName } from './texts';

/** How a value is edited: one line, several, yes or no, or one of these. */
type Control = 'line' | 'text' | 'code' | 'check' | readonly string[];

/**
 * Where a value stands: in an attribute of BPMN, of `apex:` or of our own, as a text in
 * `extensionElements`, or as an `apex:` element directly inside.
 */
export type Place =
  | { attribute: string }
  | { apex: string }
  | { own: string }
  | { extension: Path }
  | { inside: string };

export type Field = { label: FieldName; control: Control; place: Place };

/** A setting: an expression and its type. */
export interface Setting {
  label: FieldName;
  setting: string;
  types: readonly string[];
}

/** Elements that repeat, each of some texts. */
export interface List {
  label: FieldName;
  /** The element around them. */
  list: Path;
  /** The name of each. */
  item: string;
  /** What each holds; the first tells them apart. */
  parts: readonly Part[];
}

export interface Part {
  label: FieldName;
  name: string;
  choices?: readonly string[];
}

export type AnyField = Field | Setting | List;

export interface Group {
  title: GroupName;
  /** The element of the text that holds the values. */
  owner: ModdleElement;
  fields: readonly AnyField[];
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
export const DUE_TYPES = ['interval', ...EXPRESSION_TYPES, 'oracleScheduler'] as const;

export const attribute = (label: FieldName, name: string = label, control: Control = 'line'): Field => ({
  label,
  control,
  place: { attribute: name },
});
export const apex = (label: FieldName, name: string = label, control: Control = 'line'): Field => ({
  label,
  control,
  place: { apex: name },
});
export const inside =
  (container: string) =>
  (label: FieldName, name: string = label, control: Control = 'line'): Field => ({
    label,
    control,
    place: { extension: [container, name] },
  });
export const setting = (name: FieldName, types: readonly string[] = EXPRESSION_TYPES): Setting => ({
  label: name,
  setting: name,
  types,
});
