import type { ComponentChildren } from 'preact';
import { Time, hrefOf, path, useLive, type Collection } from '../../shared';
import { nameOfDiagram, type Instance } from '../../processes/model';
import { InstanceStatus } from '../../processes/Status';
import { texts as common } from '../../processes/texts';
import type { InstanceDetail } from './detail';
import { formatDuration } from '../../processes/duration';
import { texts } from './texts';

interface Summary {
  elapsed_seconds: number | null;
}

/** The state of an instance at a glance. */
export function Facts({ instance, found }: { instance: InstanceDetail; found?: Instance }) {
  const words = texts.use();
  const terms = common.use();
  const summary = useLive<Collection<Summary>>(path`v1/processes/${instance.prcs_id}/summary`, {}, 10).data?.items[0];
  const diagram = found && nameOfDiagram({ name: found.diagram_name, version: found.diagram_version });
  return (
    <dl class="facts">
      <Fact name={terms.status}>
        <InstanceStatus status={instance.status} />
      </Fact>
      <Fact name={words.number}>{instance.prcs_id}</Fact>
      <Fact name={terms.diagram}>
        <a href={hrefOf(['diagrams', instance.dgrm_id])}>{diagram ?? instance.dgrm_id}</a>
      </Fact>
      {found?.business_ref && <Fact name={terms.businessRef}>{found.business_ref}</Fact>}
      {found?.priority != null && <Fact name={terms.priority}>{terms.priorities[found.priority]}</Fact>}
      <Moment name={terms.due} at={found?.due_on} />
      <Fact name={words.created}>
        <Time value={instance.init_ts} />
      </Fact>
      <Moment name={words.started} at={found?.start_ts} />
      <Moment name={words.completed} at={found?.complete_ts} />
      {instance.init_by && <Fact name={words.createdBy}>{instance.init_by}</Fact>}
      {summary?.elapsed_seconds != null && (
        <Fact name={words.elapsed}>{formatDuration(summary.elapsed_seconds)}</Fact>
      )}
    </dl>
  );
}

/** A time that may not have come yet. */
function Moment({ name, at }: { name: string; at?: string | null }) {
  return at ? (
    <Fact name={name}>
      <Time value={at} />
    </Fact>
  ) : null;
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
