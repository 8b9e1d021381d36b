import type { ComponentChildren } from 'preact';
import {
  hrefOf,
  language,
  LANGUAGES,
  mayLeave,
  signOut,
  toast,
  useLocation,
  useStore,
  sentenceOf,
  type Language,
  type Session,
} from '../shared';
import { theme, THEMES, type Theme } from '../shared/theme';
import { pages } from '../pages';
import { texts } from './texts';

/** What surrounds every page: name, navigation, preferences, sign-out. */
export function Shell({ session, children }: { session?: Session; children: ComponentChildren }) {
  const words = texts.use();
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {words.skip}
      </a>
      <header class="bar">
        <a class="product" href="#/">
          <img src="./icon.svg" alt="" width="28" height="28" />
          <span>{words.product}</span>
        </a>
        {session && <Navigation />}
        <div class="preferences">
          <Preferences />
          {session && <SignOut session={session} />}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Navigation() {
  const current = useLocation().path[0];
  const locale = useStore(language);
  return (
    <nav class="pages" aria-label={texts.use().pages}>
      {pages.map((page) => (
        <a key={page.name} href={hrefOf([page.name])} aria-current={page.name === current ? 'page' : undefined}>
          {page.label[locale]}
        </a>
      ))}
    </nav>
  );
}

function Preferences() {
  const words = texts.use();
  return (
    <>
      <select
        aria-label={words.language}
        value={useStore(language)}
        onChange={(event) => language.set(event.currentTarget.value as Language)}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {words.languages[each]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.theme}
        value={useStore(theme)}
        onChange={(event) => theme.set(event.currentTarget.value as Theme)}
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {words.themes[each]}
          </option>
        ))}
      </select>
    </>
  );
}

function SignOut({ session }: { session: Session }) {
  const words = texts.use();
  const leave = async () => {
    if (await mayLeave()) {
      await signOut();
    }
  };
  return (
    <button
      type="button"
      title={words.signedInAs(session.name)}
      onClick={() => leave().catch((error: unknown) => toast(sentenceOf(error), 'error'))}
    >
      {words.signOut}
    </button>
  );
}
