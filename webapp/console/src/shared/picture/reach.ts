import type { Element } from 'bpmn-js/lib/model/Types';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';

/** Makes the elements that can be chosen with the mouse reachable with the keyboard, and names them. */
export function describeElements(registry: ElementRegistry, textAt: (id: string) => string | undefined): void {
  registry
    .filter((element) => isChoosable(element as Element))
    .forEach((element) => {
      const { id, name, $type } = (element as Element).businessObject;
      const drawn = registry.getGraphics(element);
      drawn.setAttribute('tabindex', '0');
      drawn.setAttribute('role', 'button');
      nameElement(drawn, name || id, [$type.replace('bpmn:', ''), textAt(id)]);
    });
}

/**
 * What is drawn belongs to the name (WCAG 2.5.3). A text that is drawn otherwise than the element is
 * called, such as an annotation or a name with a word parted at a line's end, is the name itself.
 */
function nameElement(drawn: SVGElement, name: string, more: (string | undefined)[]): void {
  const isContained = withoutBreaks(name).includes(withoutBreaks(drawn.textContent ?? ''));
  const texts = [isContained ? withoutBreaks(name) : undefined, ...more].filter(Boolean).join(', ');
  drawn.setAttribute(isContained ? 'aria-label' : 'aria-description', texts);
}

function withoutBreaks(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isChoosable(element: Element): boolean {
  return Boolean(element.parent) && !('waypoints' in element) && element.type !== 'label';
}

/** The id of the element that a key has chosen: Enter or the space bar, where the focus is. */
export function chosenBy(event: KeyboardEvent): string | undefined {
  const drawn = (event.target as globalThis.Element).closest('.djs-element[role]');
  return drawn && (event.key === 'Enter' || event.key === ' ') ? drawn.getAttribute('data-element-id')! : undefined;
}
