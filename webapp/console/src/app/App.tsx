import { useEffect } from 'preact/hooks';
import { ConfirmHost, ErrorNote, Loading, look, ToastHost, useLocation, useViewer, type Viewer } from '../shared';
import { PageView } from './PageView';
import { SetUp } from './SetUp';
import { Shell } from './Shell';
import { SignIn } from './SignIn';
import { texts } from './texts';

/** Who is signed in decides between the sign-in and the pages. */
export function App() {
  const viewer = useViewer();
  const { path, query } = useLocation();
  const isSetUp = path[0] === 'setup' && viewer.state !== 'in';
  return (
    <>
      <Shell session={viewer.state === 'in' ? viewer.session : undefined}>
        {isSetUp ? <SetUp token={query.get('token') ?? ''} /> : <Content viewer={viewer} />}
      </Shell>
      <ConfirmHost />
      <ToastHost />
    </>
  );
}

function Content({ viewer }: { viewer: Viewer }) {
  const words = texts.use();
  useEffect(() => {
    document.title = words.product;
  }, [viewer.state, words]);
  switch (viewer.state) {
    case 'unknown':
      return viewer.error ? <ErrorNote error={viewer.error} onRetry={look} /> : <Loading />;
    case 'out':
      return <SignIn isExpired={viewer.expired} />;
    case 'in':
      return <PageView />;
  }
}
