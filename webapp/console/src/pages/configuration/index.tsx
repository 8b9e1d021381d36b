import { useEffect, useState } from 'preact/hooks';
import { ApiError, call, hrefOf, Loading, navigate, Note, PageHead, useSession } from '../../shared';
import type { PageProps } from '..';
import './configuration.css';
import { ClientsRegion } from './ClientsRegion';
import { SettingsRegion } from './SettingsRegion';
import { texts } from './texts';

/** The page "Configuration - REST": settings of the REST module and its OAuth clients. */
export default function ConfigurationPage({ path }: PageProps) {
  const words = texts.use();
  const isAdmin = useSession().hasRole('Flows for Apex - Admin');
  useEffect(() => {
    if (path[0] !== 'rest') {
      navigate(hrefOf(['configuration', 'rest']), { replace: true });
    }
  }, [path[0]]);
  return (
    <>
      <PageHead title={words.title} />
      {isAdmin ? <Regions /> : <Note kind="warning">{words.needsAdmin}</Note>}
    </>
  );
}

type Missing = 'notEnabled' | 'notInstalled';

function Regions() {
  const { missing, isLooking, look } = usePrerequisites();
  if (missing === undefined) {
    return <Loading />;
  }
  if (missing.length > 0) {
    return <PrerequisitesMissing missing={missing} isLooking={isLooking} onRetry={look} />;
  }
  return (
    <>
      <SettingsRegion />
      <ClientsRegion />
    </>
  );
}

interface PrerequisitesMissingProps {
  missing: Missing[];
  isLooking: boolean;
  onRetry: () => void;
}

function PrerequisitesMissing({ missing, isLooking, onRetry }: PrerequisitesMissingProps) {
  const words = texts.use();
  return (
    <section class="region">
      <h2>{words.prerequisites}</h2>
      {missing.map((each) => (
        <Note key={each} kind="warning">
          <div>
            <p>
              <strong>{words[each]}</strong>
            </p>
            <p>{words[`${each}Why`]}</p>
          </div>
        </Note>
      ))}
      <div class="actions">
        <button type="button" disabled={isLooking} onClick={onRetry}>
          {words.lookAgain}
        </button>
      </div>
    </section>
  );
}

interface Prerequisites {
  /** What keeps the REST module from serving; undefined until that is known. */
  missing?: Missing[];
  isLooking: boolean;
  look(): void;
}

function usePrerequisites(): Prerequisites {
  const [state, setState] = useState<Omit<Prerequisites, 'look'>>({ isLooking: true });
  const look = () => {
    setState((old) => ({ ...old, isLooking: true }));
    void findMissing().then((missing) => setState({ missing, isLooking: false }));
  };
  useEffect(look, []);
  return { ...state, look };
}

async function findMissing(): Promise<Missing[]> {
  const [ready, module] = await Promise.all([fails('health/ready'), fails('v1/configuration')]);
  return [
    ...(ready ? ['notEnabled' as const] : []),
    ...(module && isShut(module, ready) ? ['notInstalled' as const] : []),
  ];
}

/** Whether nobody is let in; 503 says so of a service that is ready otherwise. */
function isShut({ status }: ApiError, unready: ApiError | undefined): boolean {
  return status === 401 || status === 404 || (status === 503 && !unready);
}

async function fails(relative: string): Promise<ApiError | undefined> {
  try {
    await call('GET', relative);
    return undefined;
  } catch (error) {
    return error instanceof ApiError ? error : undefined;
  }
}
