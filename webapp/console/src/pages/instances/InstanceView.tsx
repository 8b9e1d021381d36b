import {
  Empty,
  ErrorNote,
  Loading,
  Note,
  PageHead,
  hrefOf,
  path,
  useAddress,
  useLive,
  useLocation,
  useSession,
  type Collection,
} from '../../shared';
import { texts as common } from '../../processes/texts';
import { Events } from './Events';
import { Facts } from './Facts';
import { FailedSteps } from './FailedSteps';
import { InstanceCommands } from './InstanceCommands';
import { InstancePicture } from './InstancePicture';
import { useFound, type InstanceDetail, type TabProps } from './detail';
import { usePlaces } from './places';
import { Steps } from './Steps';
import { texts } from './texts';
import { Variables } from './Variables';
import { Waiting } from './Waiting';

const TABS = { steps: Steps, variables: Variables, events: Events, waiting: Waiting };
type TabName = keyof typeof TABS;

/** One instance: its state, its picture and what hangs on it. */
export function InstanceView({ id }: { id: string }) {
  const words = texts.use();
  const noRead = common.use().noRead;
  const live = useLive<Collection<InstanceDetail>>(path`v1/processes/${id}`);
  const canRead = useSession().hasRole('Flows for Apex - Read');
  const instance = live.data?.items[0];
  if (!instance) {
    return (
      <>
        <PageHead title={words.title} />
        {live.error && <ErrorNote error={live.error} onRetry={live.refresh} />}
        {live.data && (
          <Empty>
            <p>{words.noCase}</p>
            <a href={hrefOf(['instances'])}>{words.toList}</a>
          </Empty>
        )}
        {!live.data && !live.error && <Loading />}
      </>
    );
  }
  return (
    <>
      {live.error && <ErrorNote error={live.error} onRetry={live.refresh} />}
      {!canRead && <Note kind="warning">{noRead}</Note>}
      <Shown instance={instance} onChange={live.refresh} />
    </>
  );
}

function Shown({ instance, onChange }: Pick<TabProps, 'instance' | 'onChange'>) {
  const words = texts.use();
  const found = useFound(instance);
  const live = usePlaces(instance);
  const refresh = () => {
    onChange();
    found.refresh();
    live.refresh();
  };
  return (
    <>
      <p>
        <a href={hrefOf(['instances'])}>← {words.toList}</a>
      </p>
      <PageHead title={instance.name}>
        <InstanceCommands instance={instance} found={found.instance} onDone={refresh} />
      </PageHead>
      <Facts instance={instance} found={found.instance} />
      {instance.status === 'error' && <FailedSteps instance={instance} places={live.places} />}
      <InstancePicture instance={instance} live={live} />
      <Tabs instance={instance} places={live.places} onChange={refresh} />
    </>
  );
}

function Tabs({ instance, places, onChange }: TabProps) {
  const words = texts.use();
  const { path: place, query } = useLocation();
  const [chosen] = useAddress('tab', 'steps');
  const name = (chosen in TABS ? chosen : 'steps') as TabName;
  const Shown = TABS[name];
  const keep = { diagram: query.get('diagram') ?? undefined, object: query.get('object') ?? undefined };
  return (
    <div class="region">
      <nav class="tabs" aria-label={instance.name}>
        {(Object.keys(TABS) as TabName[]).map((tab) => (
          <a key={tab} href={hrefOf(place, { ...keep, tab })} aria-current={tab === name ? 'page' : undefined}>
            {words.tabs[tab]}
          </a>
        ))}
      </nav>
      <Shown instance={instance} places={places} onChange={onChange} />
    </div>
  );
}
