/** Lets the keyboard reach the entries of palette and context pad, which bpmn-js makes for the mouse. */
export function makeEntriesReachable(container: HTMLElement): void {
  const reach = () =>
    container.querySelectorAll('.entry:not([tabindex])').forEach((entry) => entry.setAttribute('tabindex', '0'));
  new MutationObserver(reach).observe(container, { childList: true, subtree: true });
  reach();
  container.addEventListener('keydown', (event) => {
    const entry = (event.target as Element).closest<HTMLElement>('.djs-palette .entry, .djs-context-pad .entry');
    if (entry && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      entry.click();
    }
  });
}
