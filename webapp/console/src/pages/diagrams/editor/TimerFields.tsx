import { useState } from 'preact/hooks';
import { Select } from '../../../shared';
import { Committed } from './Committed';
import { extensionsOf } from './extension';
import { definitionOf } from './fields';
import type { ObjectProps } from './props';
import { texts } from './texts';

/** The ways of BPMN to say when. */
const TIMES = ['timeDuration', 'timeDate', 'timeCycle'] as const;

/** The ways of Oracle, each with the texts it takes. */
const ORACLE = {
  oracleDate: ['date', 'formatMask'],
  oracleDuration: ['intervalYM', 'intervalDS'],
  oracleCycle: ['startIntervalDS', 'repeatIntervalDS', 'maxRuns'],
} as const;

type Time = (typeof TIMES)[number];
type OracleTime = keyof typeof ORACLE;
const ORACLE_TIMES = Object.keys(ORACLE) as OracleTime[];

/** When a timer event fires, in the manner of BPMN or of Oracle. */
export function TimerFields({ element, modeler, object }: ObjectProps) {
  const words = texts.use();
  const [chosen, setChosen] = useState<Time | OracleTime>(TIMES[0]);
  const definition = definitionOf(object, 'bpmn:TimerEventDefinition');
  if (!definition) {
    return null;
  }
  const { apex } = modeler;
  const extensions = extensionsOf(definition);
  const standard = TIMES.find((each) => definition[each]);
  const kind = ORACLE_TIMES.find((each) => apex.find(extensions, [each])) ?? standard ?? chosen;
  const value: string = (standard && definition[standard].body) ?? '';
  const timesWith = (time: string, body: string) =>
    Object.fromEntries(
      TIMES.map((each) => [
        each,
        each === time && body ? modeler.create('bpmn:FormalExpression', definition, { body }) : undefined,
      ]),
    );
  // what one manner said means nothing in the other
  const choose = (next: Time | OracleTime) => {
    setChosen(next);
    const others = extensions.filter(({ $type }) => !ORACLE_TIMES.some((each) => $type === apex.nameOf(each)));
    modeler.setAttributes(element, definition, {
      ...timesWith(next, value),
      extensionElements: modeler.extensionsWith(definition, others),
    });
  };
  return (
    <fieldset>
      <legend>{words.timer}</legend>
      <Select
        label={words.timerKind}
        value={kind}
        onValue={(next) => choose(next as Time | OracleTime)}
        choices={[...TIMES, ...ORACLE_TIMES].map((each) => ({ value: each, label: words.timers[each] }))}
      />
      {isOracle(kind) ? (
        ORACLE[kind].map((part) => (
          <Committed
            key={part}
            label={words.oracle[part]}
            value={apex.text(extensions, [kind, part]) ?? ''}
            onCommit={(text) =>
              modeler.setExtensions(element, definition, apex.withText(extensions, [kind, part], text))
            }
            control="line"
          />
        ))
      ) : (
        <Committed
          label={words.timerValue}
          value={value}
          onCommit={(body) => modeler.setAttributes(element, definition, timesWith(kind, body))}
          control="line"
        />
      )}
    </fieldset>
  );
}

function isOracle(kind: Time | OracleTime): kind is OracleTime {
  return kind in ORACLE;
}
