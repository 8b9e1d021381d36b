import { useEffect, useState } from 'preact/hooks';
import {
  api,
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
  type Action,
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
}

/** Shows all that the engine has against a file before it is deployed. */
export function Upload({ file, onFile }: { file?: File; onFile: (file: File) => void }) {
  const words = texts.use();
  const [of] = useAddress('of');
  const action = useAction();
  const [chosen, setChosen] = useState<Chosen>();
  const [attributes, setAttributes] = useState<Attributes>({ name: '', version: '0', category: '' });
  const original = useOriginal(of, (taken) => setAttributes(taken));
  useEffect(() => {
    if (file) {
      setChosen(undefined);
      void action.run(async () => {
        const content = textOf(await file.arrayBuffer());
        const verdict = await check(file);
        setChosen({ file, drawable: drawableOf(content, verdict), verdict });
        if (verdict.errors.length === 0) {
          setAttributes((old) => (old.name ? old : { ...old, name: nameIn(content, file.name) }));
        }
      });
    }
  }, [file]);
  return (
    <>
      <PageHead title={original ? words.newVersionOf(original.name) : words.upload} />
      <FileDrop label={words.upload} onFile={onFile} isAgain={file !== undefined} />
      {action.error && <ErrorNote error={action.error} />}
      {file && !chosen && !action.error && <Loading />}
      {chosen && <Judged key={chosen.file.name} chosen={chosen} action={action} attributes={attributes} onAttributes={setAttributes} />}
    </>
  );
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
  action: Action;
  attributes: Attributes;
  onAttributes: (attributes: Attributes) => void;
}

function Judged({ chosen: { file, drawable, verdict }, action, attributes, onAttributes }: JudgedProps) {
  const words = texts.use();
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
