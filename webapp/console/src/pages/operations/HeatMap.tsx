import { useMemo } from 'preact/hooks';
import {
  Empty,
  ErrorNote,
  Loading,
  Picture,
  Select,
  Table,
  path,
  useAddress,
  type Column,
  type Marks,
} from '../../shared';
import { useDiagrams, useXml } from '../../processes/diagrams';
import { formatDuration } from '../../processes/duration';
import { nameOfDiagram, type DiagramObject } from '../../processes/model';
import { texts as common } from '../../processes/texts';
import { useWhole } from '../../processes/useWhole';
import { MEASURES, heatOf, numberOf, type Measure } from './heat';
import { texts } from './texts';

/** Where the instances of a diagram stand, fail and spend their time. */
export function HeatMap() {
  const words = texts.use();
  const terms = common.use();
  const diagrams = useDiagrams();
  const [chosen, setChosen] = useAddress('diagram');
  const [named, setMeasure] = useAddress('measure', 'waiting');
  const measure = MEASURES.find((name) => name === named) ?? 'waiting';
  const diagram = diagrams.find(({ dgrm_id }) => String(dgrm_id) === chosen);
  const choices = [
    { value: '', label: '–' },
    ...diagrams.map((each) => ({ value: String(each.dgrm_id), label: nameOfDiagram(each) })),
  ];
  return (
    <section class="region" aria-label={words.heat}>
      <h2>{words.heat}</h2>
      <div class="fields">
        <Select label={terms.diagram} value={chosen} onValue={setChosen} choices={choices} />
        <Select
          label={words.measure}
          value={measure}
          onValue={setMeasure}
          choices={MEASURES.map((value) => ({ value, label: words.measures[value] }))}
        />
      </div>
      {diagram ? (
        <Heated key={diagram.dgrm_id} id={diagram.dgrm_id} name={nameOfDiagram(diagram)} measure={measure} />
      ) : (
        <Empty>{diagrams.length > 0 ? words.chooseDiagram : words.noDiagrams}</Empty>
      )}
    </section>
  );
}

function Heated({ id, name, measure }: { id: number; name: string; measure: Measure }) {
  const words = texts.use();
  const xml = useXml(id);
  const live = useWhole<DiagramObject>(path`v1/diagrams/${id}/objects`, { stats: 'true' }, 15);
  const objects = live.items;
  const marks = useMemo(() => marksOf(objects ?? [], measure), [objects, measure]);
  const failure = xml.error ?? live.error;
  const touched = (objects ?? [])
    .filter((object) => MEASURES.some((each) => numberOf(object, each) > 0))
    .sort((one, other) => numberOf(other, measure) - numberOf(one, measure));
  return (
    <>
      {failure && <ErrorNote error={failure} onRetry={live.refresh} />}
      {!failure && !(xml.data && objects) && <Loading />}
      {xml.data && objects && (
        <>
          <p class="heat-legend">
            {words.legend}: <span class="heat-1">▁</span> <span class="heat-2">▃</span> <span class="heat-3">▅</span>{' '}
            <span class="heat-4">▇</span>
          </p>
          <Picture xml={xml.data} label={words.picture(name, words.measures[measure])} marks={marks} />
        </>
      )}
      {objects && touched.length === 0 && <Empty>{words.nothingYet}</Empty>}
      {touched.length > 0 && <Objects objects={touched} />}
    </>
  );
}

/** The numbers behind the picture. */
function Objects({ objects }: { objects: readonly DiagramObject[] }) {
  const words = texts.use();
  const terms = common.use();
  const columns: Column<DiagramObject>[] = [
    { key: 'object', header: terms.object, isText: true, cell: ({ name, bpmn_id }) => name || bpmn_id },
    { key: 'kind', header: words.kind, cell: ({ tag_name }) => tag_name.replace('bpmn:', '') },
    ...MEASURES.map((measure) => ({
      key: measure,
      header: words.measures[measure],
      isNumber: true,
      cell: (object: DiagramObject) => textOf(object, measure),
    })),
  ];
  return <Table caption={words.objects} columns={columns} rows={objects} keyOf={({ bpmn_id }) => bpmn_id} />;
}

function textOf(object: DiagramObject, measure: Measure): string {
  const number = numberOf(object, measure);
  return measure === 'avg_seconds' ? formatDuration(number) : String(number);
}

function marksOf(objects: readonly DiagramObject[], measure: Measure): Marks {
  const most = Math.max(...objects.map((object) => numberOf(object, measure)));
  return Object.fromEntries(
    objects
      .filter((object) => numberOf(object, measure) > 0)
      .map((object) => {
        const kind = heatOf(numberOf(object, measure), most);
        return [object.bpmn_id, { kind, text: textOf(object, measure) }];
      }),
  );
}
