import { useEffect, useState } from 'preact/hooks';
import {
  api,
  asApiError,
  ErrorNote,
  hrefOf,
  Loading,
  navigate,
  Note,
  PageHead,
  path,
  Picture,
  toast,
  useAction,
  useAddress,
  type ApiError,
} from '../../shared';
import { AttributeFields } from './AttributeFields';
import { attributesOfNext, check, deploy, marksOf, type Attributes, type Diagram, type Verdict } from './diagram';
import { drawableOf, type Drawable } from './drawable';
import { FileDrop } from './FileDrop';
import { Problems } from './Problems';
import { textOf } from './text';
import { texts } from './texts';

interface Chosen {
  file: File;
  drawable: Drawable;
  verdict: Verdict;
  /** What the diagram is called by its text; empty for one that cannot be deployed. */
  name: string;
}

/** Shows all that the engine has against a file before it is deployed. */
export function Upload({ file, onFile }: { file?: File; onFile: (file: File) => void }) {
  const words = texts.use();
  const [of] = useAddress('of');
  const [chosen, setChosen] = useState<Chosen>();
  const [failure, setFailure] = useState<ApiError>();
  const [attributes, setAttributes] = useState<Attributes>({ name: '', version: '0', category: '' });
  const original = useOriginal(of, (taken) => setAttributes(taken));
  useEffect(() => {
    // the last chosen file counts, whichever answer comes first
    let isOld = file === undefined;
    setChosen(undefined);
    setFailure(undefined);
    if (file) {
      judge(file).then(
        (judged) => {
          if (!isOld) {
            setChosen(judged);
            setAttributes((old) => (old.name || !judged.name ? old : { ...old, name: judged.name }));
          }
        },
        (error) => isOld || setFailure(asApiError(error)),
      );
    }
    return () => {
      isOld = true;
    };
  }, [file]);
  return (
    <>
      <PageHead title={original ? words.newVersionOf(original.name) : words.upload} />
      <FileDrop label={words.upload} onFile={onFile} isAgain={file !== undefined} />
      {failure && <ErrorNote error={failure} />}
      {file && !chosen && !failure && <Loading />}
      {chosen && <Judged key={chosen.file.name} chosen={chosen} attributes={attributes} onAttributes={setAttributes} />}
    </>
  );
}

async function judge(file: File): Promise<Chosen> {
  const content = textOf(await file.arrayBuffer());
  const verdict = await check(file);
  const name = verdict.errors.length === 0 ? nameIn(content, file.name) : '';
  return { file, drawable: drawableOf(content, verdict), verdict, name };
}

/** The diagram of which a new version is uploaded. */
function useOriginal(id: string, onAttributes: (attributes: Attributes) => void): Diagram | undefined {
  const [original, setOriginal] = useState<Diagram>();
  useEffect(() => {
    if (id) {
      void api.item<Diagram>(path`v1/diagrams/${id}`).then(async (diagram) => {
        if (diagram) {
          setOriginal(diagram);
          onAttributes(await attributesOfNext(diagram));
        }
      }, () => undefined);
    }
  }, [id]);
  return original;
}

function nameIn(xml: string, fileName: string): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const process = document.getElementsByTagNameNS('*', 'process')[0];
  return (process?.getAttribute('name') || fileName.replace(/\.[^.]*$/, '')).slice(0, 150);
}

interface JudgedProps {
  chosen: Chosen;
  attributes: Attributes;
  onAttributes: (attributes: Attributes) => void;
}

function Judged({ chosen: { file, drawable, verdict }, attributes, onAttributes }: JudgedProps) {
  const words = texts.use();
  const action = useAction();
  const [element, setElement] = useState<string>();
  const [marks] = useState(() => marksOf(verdict, drawable.anchors));
  const isValid = verdict.errors.length === 0;
  const change = (changes: Partial<Attributes>) => onAttributes({ ...attributes, ...changes });
  const send = () =>
    void action.run(async () => {
      const id = await deploy(file, attributes);
      toast(words.deployed(`${attributes.name} ${attributes.version}`));
      navigate(hrefOf(['diagrams', id]));
    });
  return (
    <>
      {action.error && <ErrorNote error={action.error} />}
      {isValid ? (
        <form
          class="region"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <AttributeFields attributes={attributes} onChange={change} />
          <div class="actions">
            <button type="submit" class="primary" disabled={action.isRunning || attributes.name.trim() === ''}>
              {words.deploy}
            </button>
          </div>
        </form>
      ) : (
        <Note kind="warning">{words.notDeployable}</Note>
      )}
      <div class="with-picture">
        <Picture
          xml={drawable.xml}
          label={words.picture(file.name)}
          marks={marks}
          selected={element}
          onElement={({ id }) => setElement(id)}
        />
        <Problems verdict={verdict} onShow={(id) => setElement(drawable.anchors[id] ?? id)} />
      </div>
    </>
  );
}
