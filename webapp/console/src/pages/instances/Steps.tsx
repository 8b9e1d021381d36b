import { ErrorNote, Time, useAction, useLive, type Collection, type Column } from '../../shared';
import { LiveTable } from '../../processes/LiveTable';
import { nameOfStep, type Step } from '../../processes/model';
import { StepActions } from '../../processes/StepActions';
import { StepStatus } from '../../processes/Status';
import { texts as common } from '../../processes/texts';
import { ObjectFilter } from './ObjectFilter';
import { ObjectName } from './ObjectName';
import { useChosenObject, useShownDiagram, type TabProps } from './detail';
import { texts } from './texts';

/** The open steps of an instance and what can be done with them. */
export function Steps({ instance, places, onChange }: TabProps) {
  const words = texts.use();
  const terms = common.use();
  const action = useAction();
  const [object] = useChosenObject();
  const shown = useShownDiagram(instance);
  const chosen = object ? { current: object, dgrm_id: shown } : {};
  const query = { prcs_id: instance.prcs_id, status: 'all', ...chosen, order_by: 'sbfl_id', limit: 500 };
  const live = useLive<Collection<Step>>('v1/steps', query);
  const onDone = () => {
    live.refresh();
    onChange();
  };
  const columns: Column<Step>[] = [
    {
      key: 'object',
      header: terms.object,
      cell: (step) => <ObjectName places={places} row={{ ...step, bpmn_id: step.current }} name={nameOfStep(step)} />,
    },
    { key: 'status', header: terms.status, cell: ({ status }) => <StepStatus status={status} /> },
    { key: 'since', header: terms.since, isNowrap: true, cell: (step) => <Time value={step.became_current} /> },
    { key: 'reservation', header: terms.reservation, cell: ({ reservation }) => reservation ?? terms.nobody },
    { key: 'scope', header: words.scope, isNumber: true, cell: ({ scope }) => scope },
    {
      key: 'actions',
      header: terms.actions,
      cell: (step) => <StepActions step={step} action={action} onDone={onDone} instance={instance.status} />,
    },
  ];
  return (
    <>
      <ObjectFilter instance={instance} places={places} />
      {action.error && <ErrorNote error={action.error} />}
      <LiveTable
        live={live}
        caption={words.tabs.steps}
        columns={columns}
        keyOf={(step) => String(step.sbfl_id)}
        empty={words.noSteps}
      />
    </>
  );
}
