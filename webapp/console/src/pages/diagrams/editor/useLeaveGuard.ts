import { useEffect } from 'preact/hooks';
import { confirm, navigate } from '../../../shared';
import { texts } from './texts';

/** Asks before changes are lost, whether by a link of the console or by closing the tab. */
export function useLeaveGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) {
      return undefined;
    }
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#/"]');
      if (link) {
        event.preventDefault();
        void leave(link.getAttribute('href')!);
      }
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [isDirty]);
}

async function leave(href: string): Promise<void> {
  const words = texts.now();
  if (await confirm({ title: words.leaveTitle, text: words.leaveText, action: words.leave, isDangerous: true })) {
    navigate(href);
  }
}
