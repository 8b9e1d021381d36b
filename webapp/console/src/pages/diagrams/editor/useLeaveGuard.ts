import { useLayoutEffect } from 'preact/hooks';
import { confirm, navigate, stayHere } from '../../../shared';
import { texts } from './texts';

/**
 * Asks before changes are lost, whether by a link of the console, the browser's ways back and forward,
 * signing out, or closing the tab.
 */
export function useLeaveGuard(isDirty: boolean): void {
  // at once: what was saved may be left in the same breath
  useLayoutEffect(() => (isDirty ? guard() : undefined), [isDirty]);
}

/** Guards the place where the viewer is until the returned function is called. */
function guard(): () => void {
  const ask = async () => {
    const words = texts.now();
    const question = { title: words.leaveTitle, text: words.leaveText, action: words.leave, isDangerous: true };
    return (await confirm(question)) !== undefined;
  };
  const leave = async (href: string) => {
    if (await ask()) {
      release();
      navigate(href);
    }
  };
  const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#/"]');
    if (link) {
      event.preventDefault();
      void leave(link.getAttribute('href')!);
    }
  };
  const release = stayHere((href) => void leave(href), ask);
  window.addEventListener('beforeunload', onUnload);
  document.addEventListener('click', onClick, true);
  return () => {
    release();
    window.removeEventListener('beforeunload', onUnload);
    document.removeEventListener('click', onClick, true);
  };
}
