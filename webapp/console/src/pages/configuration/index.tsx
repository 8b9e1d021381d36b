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
  const missing = usePrerequisites();
  if (missing === undefined) {
    return <Loading />;
  }
  if (missing.length > 0) {
    return <PrerequisitesMissing missing={missing} />;
  }
  return (
    <>
      <SettingsRegion />
      <ClientsRegion />
    </>
  );
}

function PrerequisitesMissing({ missing }: { missing: Missing[] }) {
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
    </section>
  );
}

/** What keeps the REST module from serving; undefined until that is known. */
function usePrerequisites(): Missing[] | undefined {
  const [missing, setMissing] = useState<Missing[]>();
  useEffect(() => {
    void Promise.all([fails('health/ready'), fails('v1/configuration')]).then(([ready, module]) =>
      setMissing([
        ...(ready ? ['notEnabled' as const] : []),
        ...(module && isShut(module, ready) ? ['notInstalled' as const] : []),
      ]),
    );
  }, []);
  return missing;
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
