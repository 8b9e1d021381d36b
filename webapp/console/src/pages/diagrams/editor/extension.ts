import type { ModdleElement } from 'bpmn-js/lib/model/Types';

export const APEX = 'https://flowsforapex.org';

/** An element of a namespace that bpmn-moddle does not know, as it keeps it. */
export interface Foreign extends ModdleElement {
  $type: string;
  $body?: string;
  $children?: Foreign[];
}

/** What `extensionElements` of an element hold. */
export function extensionsOf(owner: ModdleElement): Foreign[] {
  return owner.extensionElements?.values ?? [];
}

/** Local names from the outside to the inside: `['executePlsql', 'plsqlCode']`. */
export type Path = readonly string[];

/** The `apex:` vocabulary in one text, whatever prefix it uses. Changes make new elements, so that they can be undone. */
export class Apex {
  readonly prefix: string;

  /** Declares the namespace where the text does not yet. */
  constructor(private readonly definitions: ModdleElement) {
    const declared = Object.entries<string>(definitions.$attrs).find(
      ([name, value]) => name.startsWith('xmlns:') && value === APEX,
    );
    this.prefix = declared?.[0].slice('xmlns:'.length) ?? 'apex';
    if (!declared) {
      definitions.$attrs['xmlns:apex'] = APEX;
    }
  }

  nameOf(local: string): string {
    return `${this.prefix}:${local}`;
  }

  text(elements: readonly Foreign[], path: Path): string | undefined {
    return this.find(elements, path)?.$body;
  }

  find(elements: readonly Foreign[] = [], [name, ...rest]: Path): Foreign | undefined {
    const found = elements.find(({ $type }) => $type === this.nameOf(name!));
    return found && rest.length > 0 ? this.find(found.$children, rest) : found;
  }

  /** The same elements with another text at a path; an empty text takes the element away. */
  withText(elements: readonly Foreign[] = [], [name, ...rest]: Path, text: string): Foreign[] {
    const old = this.find(elements, [name!]);
    const isLeaf = rest.length === 0;
    const children = isLeaf ? [] : this.withText(old?.$children, rest, text);
    const made = isLeaf ? text && this.leaf(name!, text) : children.length > 0 && this.parent(name!, children, old);
    return this.replace(elements, old, made || undefined);
  }

  /** The same elements with another list in the place of the first of its name; an empty one takes it away. */
  withChildren(elements: readonly Foreign[], name: string, children: Foreign[]): Foreign[] {
    const old = this.find(elements, [name]);
    return this.replace(elements, old, children.length > 0 ? this.parent(name, children, old) : undefined);
  }

  leaf(name: string, text: string): Foreign {
    return this.make(name, { $body: text });
  }

  parent(name: string, children: Foreign[], old?: Foreign): Foreign {
    const { $body, $children, ...attributes } = old ?? {};
    return this.make(name, { ...attributes, $children: children });
  }

  private replace(elements: readonly Foreign[], old: Foreign | undefined, made: Foreign | undefined): Foreign[] {
    if (old) {
      return elements.flatMap((element) => (element === old ? (made ?? []) : element));
    }
    return made ? [...elements, made] : [...elements];
  }

  private make(name: string, properties: object): Foreign {
    return this.definitions.$model.createAny(this.nameOf(name), APEX, properties) as Foreign;
  }
}
