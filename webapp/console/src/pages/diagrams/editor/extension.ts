import type { ModdleElement } from 'bpmn-js/lib/model/Types';

export const APEX = 'https://flowsforapex.org';

/** Our own namespace, which others keep without knowing it. */
const OWN = 'urn:flows4ee:bpmn';
const OWN_PREFIX = 'f4ee';

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

/** Foreign elements directly inside an element. */
export const FOREIGN = 'keeping:foreign';

/** Local names from the outside to the inside: `['executePlsql', 'plsqlCode']`. */
export type Path = readonly string[];

/** The prefix that a text has for a namespace. */
function prefixOf(definitions: ModdleElement, uri: string): string | undefined {
  const declared = Object.entries<string>(definitions.$attrs).find(
    ([name, value]) => name.startsWith('xmlns:') && value === uri,
  );
  return declared?.[0].slice('xmlns:'.length);
}

function declare(definitions: ModdleElement, prefix: string, uri: string): string {
  definitions.$attrs[`xmlns:${prefix}`] = uri;
  return prefix;
}

/** The `apex:` vocabulary in one text, whatever prefix it uses. Changes make new elements, so that they can be undone. */
export class Apex {
  readonly prefix: string;

  /** Declares the namespace where the text does not yet. */
  constructor(private readonly definitions: ModdleElement) {
    this.prefix = prefixOf(definitions, APEX) ?? declare(definitions, 'apex', APEX);
  }

  nameOf(local: string): string {
    return `${this.prefix}:${local}`;
  }

  localOf({ $type }: Foreign): string {
    return $type.slice(this.prefix.length + 1);
  }

  /** The name of an attribute of our own namespace. */
  ownNameOf(local: string): string {
    return `${prefixOf(this.definitions, OWN) ?? OWN_PREFIX}:${local}`;
  }

  /** Declares our own namespace where the text does not yet. */
  declareOwn(): void {
    if (!prefixOf(this.definitions, OWN)) {
      declare(this.definitions, OWN_PREFIX, OWN);
    }
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

  /** The same elements with another list inside the one at a path; an empty one takes that away. */
  withChildren(elements: readonly Foreign[] = [], [name, ...rest]: Path, children: readonly Foreign[]): Foreign[] {
    const old = this.find(elements, [name!]);
    const inner = rest.length > 0 ? this.withChildren(old?.$children, rest, children) : children;
    return this.replace(elements, old, inner.length > 0 ? this.parent(name!, inner, old) : undefined);
  }

  leaf(name: string, text: string): Foreign {
    return this.make(name, { $body: text });
  }

  parent(name: string, children: readonly Foreign[], old?: Foreign): Foreign {
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
