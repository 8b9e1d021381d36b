/** Moves a picture with one finger; bpmn-js knows the mouse only. */
export function enableTouch(container: HTMLElement, scroll: (dx: number, dy: number) => void): void {
  let last: { x: number; y: number } | undefined;
  container.addEventListener('pointerdown', (event) => {
    last = event.pointerType === 'touch' && event.isPrimary ? { x: event.clientX, y: event.clientY } : undefined;
  });
  container.addEventListener('pointermove', (event) => {
    if (last && event.isPrimary) {
      scroll(event.clientX - last.x, event.clientY - last.y);
      last = { x: event.clientX, y: event.clientY };
    }
  });
  ['pointerup', 'pointercancel'].forEach((kind) => container.addEventListener(kind, () => (last = undefined)));
}
