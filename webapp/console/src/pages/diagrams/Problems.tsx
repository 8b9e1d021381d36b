import { Note } from '../../shared';
import type { Problem, Verdict } from './diagram';
import { texts } from './texts';

interface ProblemsProps {
  verdict: Verdict;
  /** Called with the element whose problem is to be seen on the picture. */
  onShow: (elementId: string) => void;
}

/** All that the engine has against a diagram, each entry leading to its element. */
export function Problems({ verdict: { errors, warnings }, onShow }: ProblemsProps) {
  const words = texts.use();
  if (errors.length + warnings.length === 0) {
    return <Note kind="success">{words.noProblems}</Note>;
  }
  return (
    <section class="region problems" aria-label={words.problems}>
      {errors.length > 0 && <ProblemList title={words.errors(errors.length)} problems={errors} onShow={onShow} kind="error" />}
      {warnings.length > 0 && (
        <ProblemList title={words.warnings(warnings.length)} problems={warnings} onShow={onShow} kind="warning" />
      )}
    </section>
  );
}

interface ProblemListProps {
  title: string;
  problems: readonly Problem[];
  onShow: (elementId: string) => void;
  kind: 'error' | 'warning';
}

function ProblemList({ title, problems, onShow, kind }: ProblemListProps) {
  return (
    <>
      <h2>{title}</h2>
      <ul class={kind}>
        {problems.map((problem, i) => (
          <li key={i}>
            <span aria-hidden="true">{kind === 'error' ? '✕' : '▲'}</span>
            <div>
              <p>{problem.value}</p>
              <Place problem={problem} onShow={onShow} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Place({ problem, onShow }: { problem: Problem; onShow: (elementId: string) => void }) {
  const words = texts.use();
  const { element_id: id, element_type: type, line, column } = problem;
  return (
    <p class="place">
      {id && (
        <button type="button" class="quiet" onClick={() => onShow(id)}>
          {words.showElement(id)}
        </button>
      )}
      {type && <span>{type.replace(/^bpmn:/, '')}</span>}
      {line && <span>{words.position(line, column ?? 1)}</span>}
    </p>
  );
}
