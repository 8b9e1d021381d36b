import { ErrorNote, hrefOf, useLive, type ApiError, type Collection } from '../../shared';
import { INSTANCE_STATUSES, INSTANCE_TONES } from '../../processes/model';
import { toneOfStep } from '../../processes/Status';
import { texts as common } from '../../processes/texts';
import { BarPlot, type Bar } from './BarPlot';
import { texts } from './texts';

/** Told in any case, even of no steps. */
const USUAL = ['running', 'waiting for approval', 'waiting for timer', 'waiting for message', 'suspended', 'error'];
/** All others in which steps stay between two calls; told where there are some. */
const OTHERS = [
  'waiting for event',
  'waiting at gateway',
  'waiting iterations',
  'iterating',
  'split',
  'in subprocess',
  'in call activity',
  'restart on resume',
  'delete on resume',
  'canceling task',
];
const STEP_STATUSES = [...USUAL, ...OTHERS];
const SECONDS = 15;

interface Count {
  status: string;
  total: number;
  error?: ApiError;
}

/** How many instances and steps there are in each status. */
export function Counts() {
  const words = texts.use();
  const terms = common.use();
  const instances = useCounts('v1/processes', INSTANCE_STATUSES);
  const steps = useCounts('v1/steps', STEP_STATUSES);
  const failure = [...instances, ...steps].find(({ error }) => error)?.error;
  const instanceBars = INSTANCE_STATUSES.map(
    (status, at): Bar => ({
      label: terms.instanceStatuses[status]!,
      value: instances[at]!.total,
      tone: INSTANCE_TONES[status],
      href: hrefOf(['instances'], { status }),
    }),
  );
  const stepBars = steps
    .filter(({ status, total }) => total > 0 || USUAL.includes(status))
    .map(
      ({ status, total }): Bar => ({
        label: terms.stepStatuses[status] ?? status,
        value: total,
        tone: toneOfStep(status),
      }),
    );
  return (
    <>
      {failure && <ErrorNote error={failure} />}
      <div class="plots">
        <BarPlot title={words.instances} bars={instanceBars} />
        <BarPlot title={words.steps} bars={stepBars} />
      </div>
    </>
  );
}

/** The number of rows in each of these statuses, which are always the same. */
function useCounts(path: string, statuses: readonly string[]): Count[] {
  return statuses.map((status) => {
    const live = useLive<Collection<unknown>>(path, { status, limit: 1, total: 'true' }, SECONDS);
    return { status, total: live.data?.total ?? 0, error: live.error };
  });
}
