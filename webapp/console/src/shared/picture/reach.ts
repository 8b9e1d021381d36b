import type { Element } from 'bpmn-js/lib/model/Types';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';

/** Makes the elements that can be chosen with the mouse reachable with the keyboard, and names them. */
export function describeElements(registry: ElementRegistry, textAt: (id: string) => string | undefined): void {
  registry
    .filter((element) => isChoosable(element as Element))
    .forEach((element) => {
      const { id, name, $type } = (element as Element).businessObject;
      const words = [name || id, $type.replace('bpmn:', ''), textAt(id)];
      const drawn = registry.getGraphics(element);
      drawn.setAttribute('tabindex', '0');
      drawn.setAttribute('role', 'button');
      drawn.setAttribute('aria-label', words.filter(Boolean).join(', '));
    });
}

function isChoosable(element: Element): boolean {
  return Boolean(element.parent) && !('waypoints' in element) && element.type !== 'label';
}

/** The id of the element that a key has chosen: Enter or the space bar, where the focus is. */
export function chosenBy(event: KeyboardEvent): string | undefined {
  const drawn = (event.target as globalThis.Element).closest('.djs-element[role]');
  return drawn && (event.key === 'Enter' || event.key === ' ') ? drawn.getAttribute('data-element-id')! : undefined;
}
