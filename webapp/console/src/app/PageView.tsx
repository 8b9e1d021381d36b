import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Empty, Loading, navigate, hrefOf, useLocation } from '../shared';
import { pages, type PageProps } from '../pages';
import { texts } from './texts';

type Loaded = { name: string; Page: ComponentType<PageProps> } | { name: string; error: true };

/** Loads the page that the address names when it is first wanted. */
export function PageView() {
  const { path } = useLocation();
  const page = pages.find(({ name }) => name === path[0]);
  const [loaded, setLoaded] = useState<Loaded>();
  useEffect(() => {
    if (path.length === 0 || path[0] === 'setup') {
      navigate(hrefOf([pages[0]!.name]), { replace: true });
    }
    page
      ?.load()
      .then((module) => setLoaded({ name: page.name, Page: module.default }))
      .catch(() => setLoaded({ name: page.name, error: true }));
  }, [path[0]]);
  useFocusOnPage(path.join('/'), loaded);
  if (!page && path.length > 0) {
    return <NoPage />;
  }
  if (!page || loaded?.name !== page.name) {
    return <Loading />;
  }
  return 'error' in loaded ? <Failed /> : <loaded.Page path={path.slice(1)} />;
}

/** After a change of the page the focus is at its beginning, as after loading one. */
function useFocusOnPage(place: string, loaded: Loaded | undefined): void {
  useLayoutEffect(() => {
    const active = document.activeElement;
    if (loaded && (!active || active === document.body || active.closest('header.bar'))) {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
  }, [place, loaded]);
}

function NoPage() {
  const words = texts.use();
  return (
    <Empty>
      <h1>{words.noPage}</h1>
      <a href="#/">{words.toStart}</a>
    </Empty>
  );
}

function Failed() {
  const words = texts.use();
  return (
    <Empty>
      <p>{words.pageFailed}</p>
      <button type="button" onClick={() => window.location.reload()}>
        {words.reload}
      </button>
    </Empty>
  );
}
