package flows4ee.engine.execution;

import flows4ee.engine.model.DiagramModel;

/** Where compiled diagrams come from. */
@FunctionalInterface
public interface ModelSource {

  /**
   * The compiled model of a diagram.
   *
   * @param contentHash hash of its content, so that an edited draft is compiled anew
   */
  DiagramModel model(long diagramId, String contentHash);
}
