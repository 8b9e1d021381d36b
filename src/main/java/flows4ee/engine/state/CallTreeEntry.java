package flows4ee.engine.state;

/**
 * One node of the call tree of an instance, fixed at creation.
 *
 * @param parentId null for the instance's own diagram
 * @param callingDiagramId null for the instance's own diagram
 * @param callingObject BPMN id of the call activity, or null
 * @param diagramLevel level while entered, else null
 */
public record CallTreeEntry(
    long id,
    Long parentId,
    long processId,
    long diagramId,
    Long callingDiagramId,
    String callingObject,
    Long diagramLevel) {

  public CallTreeEntry atLevel(Long level) {
    return new CallTreeEntry(
        id, parentId, processId, diagramId, callingDiagramId, callingObject, level);
  }
}
