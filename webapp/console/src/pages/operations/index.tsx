import { Note, PageHead, useSession } from '../../shared';
import { texts as common } from '../../processes/texts';
import '../../processes/processes.css';
import { Counts } from './Counts';
import { FailedSteps } from './FailedSteps';
import { HeatMap } from './HeatMap';
import { LateTimers } from './LateTimers';
import './operations.css';
import { texts } from './texts';

/** What needs the attention of those who run the engine. */
export default function OperationsPage() {
  const words = texts.use();
  const noRead = common.use().noRead;
  return (
    <>
      <PageHead title={words.title} />
      {!useSession().hasRole('Flows for Apex - Read') && <Note kind="warning">{noRead}</Note>}
      <Counts />
      <FailedSteps />
      <LateTimers />
      <HeatMap />
    </>
  );
}
