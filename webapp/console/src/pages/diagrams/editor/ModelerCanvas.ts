import Modeler from 'bpmn-js/lib/Modeler';
import AlignElements from 'bpmn-js/lib/features/align-elements';
import DistributeElements from 'bpmn-js/lib/features/distribute-elements';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Point } from 'diagram-js/lib/util/Types';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-codes.css';
import '../../../shared/picture/picture.css';
import './editor.css';
import { language, type Marks } from '../../../shared';
import { withPicture } from '../../../shared/picture/layout';
import { Marking } from '../../../shared/picture/Marking';
import { chosenBy, describeElements } from '../../../shared/picture/reach';
import { makeEntriesReachable } from './entries';
import { Apex, type Foreign } from './extension';
import { KEEPING } from './keeping';
import { translate } from './translation';

/** Their menus come with style attributes, which the content security policy forbids. */
const UNSTYLED: unknown[] = [AlignElements, DistributeElements];

/** The types know points only. */
const CENTRE = 'auto' as unknown as Point;
const MARGIN = 20;

class Editor extends Modeler {
  override getModules() {
    return super.getModules().filter((module) => !UNSTYLED.includes(module));
  }
}

export interface ModelerEvents {
  /** The one selected element, or the process or collaboration when there is none. */
  onSelection: (element: Element) => void;
  onChange: () => void;
}

/** A diagram that is edited, on bpmn-js. Loaded when the first one is edited. */
export class ModelerCanvas {
  private readonly modeler: Editor;
  private readonly marking: Marking;
  private readonly sizes: ResizeObserver;
  /** There once a diagram is drawn. */
  apex!: Apex;

  constructor(
    container: HTMLElement,
    label: string,
    private readonly events: ModelerEvents,
  ) {
    this.modeler = new Editor({
      container,
      moddleExtensions: { keeping: KEEPING },
      additionalModules: [{ translate: ['value', translate(language.get())] }],
    });
    this.marking = new Marking(this.modeler);
    this.sizes = new ResizeObserver(() => this.resize());
    this.sizes.observe(container);
    container.querySelector('svg')?.setAttribute('role', 'group');
    container.querySelector('svg')?.setAttribute('aria-label', label);
    const bus = this.modeler.get<EventBus>('eventBus');
    bus.on(['selection.changed', 'root.set'], () => this.tellSelection());
    bus.on('commandStack.changed', () => {
      this.describe();
      this.events.onChange();
      this.tellSelection();
    });
    container.addEventListener('keydown', this.onKey);
    makeEntriesReachable(container);
  }

  private get canvas(): Canvas {
    return this.modeler.get<Canvas>('canvas');
  }

  private get registry(): ElementRegistry {
    return this.modeler.get<ElementRegistry>('elementRegistry');
  }

  private get commands(): CommandStack {
    return this.modeler.get<CommandStack>('commandStack');
  }

  private get modeling(): Modeling {
    return this.modeler.get<Modeling>('modeling');
  }

  /** @throws Error when the text is no BPMN or cannot be laid out */
  async draw(xml: string): Promise<void> {
    this.marking.clear();
    await this.modeler.importXML((await withPicture(xml)).xml);
    this.apex = new Apex(this.modeler.getDefinitions() as ModdleElement);
    this.fit();
    this.describe();
    this.tellSelection();
  }

  /** The text as it is now. */
  async text(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml!;
  }

  /** Shows all of it beside the palette. */
  fit(): void {
    const container = this.canvas.getContainer();
    if (container.clientWidth === 0) {
      return;
    }
    this.canvas.zoom('fit-viewport', CENTRE);
    const palette = container.querySelector<HTMLElement>('.djs-palette');
    const taken = palette ? palette.offsetLeft + palette.offsetWidth : 0;
    this.canvas.zoom(this.canvas.zoom() * (1 - (taken + MARGIN) / container.clientWidth), CENTRE);
    this.canvas.scroll({ dx: taken / 2, dy: 0 });
  }

  zoom(factor: number): void {
    this.canvas.zoom(Math.min(4, Math.max(0.1, this.canvas.zoom() * factor)));
  }

  mark(marks: Marks): void {
    this.marking.mark(marks);
    this.describe();
  }

  /** Selects an element and brings it into view. */
  select(id: string): void {
    const element = this.registry.get(id);
    if (element?.parent) {
      this.modeler.get<Selection>('selection').select(element);
      this.canvas.scrollToElement(id, 60);
    }
  }

  get canUndo(): boolean {
    return this.commands.canUndo();
  }

  get canRedo(): boolean {
    return this.commands.canRedo();
  }

  undo(): void {
    this.commands.undo();
  }

  redo(): void {
    this.commands.redo();
  }

  /** Sets attributes; undefined takes one away. */
  setAttributes(element: Element, owner: ModdleElement, attributes: Record<string, unknown>): void {
    if (owner === element.businessObject) {
      this.modeling.updateProperties(element, attributes);
    } else {
      this.modeling.updateModdleProperties(element, owner, attributes);
    }
  }

  /** Replaces what stands in an owner's `extensionElements`. */
  setExtensions(element: Element, owner: ModdleElement, values: Foreign[]): void {
    if (owner.extensionElements && values.length > 0) {
      this.modeling.updateModdleProperties(element, owner.extensionElements, { values });
    } else {
      this.modeling.updateModdleProperties(element, owner, { extensionElements: this.extensionsWith(owner, values) });
    }
  }

  /** New `extensionElements`; none at all for nothing, since even empty ones mean something to timers. */
  extensionsWith(owner: ModdleElement, values: Foreign[]): ModdleElement | undefined {
    return values.length > 0 ? this.create('bpmn:ExtensionElements', owner, { values }) : undefined;
  }

  /** A new element of BPMN below another one. */
  create(type: string, parent: ModdleElement, properties: object): ModdleElement {
    const made = parent.$model.create(type, properties) as ModdleElement;
    made.$parent = parent;
    return made;
  }

  destroy(): void {
    this.sizes.disconnect();
    this.modeler.destroy();
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const id = chosenBy(event);
    if (id) {
      event.preventDefault();
      this.select(id);
    }
  };

  private describe(): void {
    describeElements(this.registry, (id) => this.marking.textAt(id));
  }

  private resize(): void {
    this.canvas.resized();
    if (this.apex) {
      this.fit();
    }
  }

  private tellSelection(): void {
    const selected = this.modeler.get<Selection>('selection').get();
    const element = selected.length === 1 ? selected[0] : this.canvas.getRootElement();
    if (element && (element as Element).businessObject) {
      this.events.onSelection(element as Element);
    }
  }
}
