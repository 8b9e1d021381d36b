package flows4ee.engine.model;

import java.util.Optional;

/** An activity: a task, sub-process or call activity. */
public sealed interface Activity extends FlowElement permits Task, SubProcess, CallActivity {

  Optional<Iteration> iteration();
}
