package flows4ee.engine.activity;

import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.error.StepFailedException;
import flows4ee.engine.execution.ElementBehavior;
import flows4ee.engine.execution.Execution;
import flows4ee.engine.model.UnsupportedElement;

/** An element the engine cannot run: the step fails with its kind and id. */
public final class UnsupportedElementBehavior implements ElementBehavior<UnsupportedElement> {

  @Override
  public Class<UnsupportedElement> elementType() {
    return UnsupportedElement.class;
  }

  @Override
  public void enter(UnsupportedElement element, Execution execution) {
    throw new StepFailedException(
        EngineMessage.UNSUPPORTED_OBJECT, element.node().tag(), element.id());
  }
}
