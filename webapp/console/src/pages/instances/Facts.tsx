import type { ComponentChildren } from 'preact';
import { Time, hrefOf, path, useLive, type Collection } from '../../shared';
import { nameOfDiagram } from '../../processes/model';
import { InstanceStatus } from '../../processes/Status';
import { texts as common } from '../../processes/texts';
import { useDiagram, type InstanceDetail } from './detail';
import { formatDuration } from '../../processes/duration';
import { texts } from './texts';

interface Summary {
  elapsed_seconds: number | null;
}

/** The state of an instance at a glance. */
export function Facts({ instance }: { instance: InstanceDetail }) {
  const words = texts.use();
  const terms = common.use();
  const diagram = useDiagram(instance.dgrm_id).data;
  const summary = useLive<Collection<Summary>>(path`v1/processes/${instance.prcs_id}/summary`, {}, 10).data?.items[0];
  const businessRef = instance.process_vars.find(
    ({ scope, name }) => scope === 0 && name.toUpperCase() === 'BUSINESS_REF',
  )?.value;
  return (
    <dl class="facts">
      <Fact name={terms.status}>
        <InstanceStatus status={instance.status} />
      </Fact>
      <Fact name={words.number}>{instance.prcs_id}</Fact>
      <Fact name={terms.diagram}>
        <a href={hrefOf(['diagrams', instance.dgrm_id])}>{diagram ? nameOfDiagram(diagram) : instance.dgrm_id}</a>
      </Fact>
      {businessRef && <Fact name={terms.businessRef}>{businessRef}</Fact>}
      <Fact name={words.created}>
        <Time value={instance.init_ts} />
      </Fact>
      {instance.init_by && <Fact name={words.createdBy}>{instance.init_by}</Fact>}
      {summary?.elapsed_seconds != null && (
        <Fact name={words.elapsed}>{formatDuration(summary.elapsed_seconds)}</Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
