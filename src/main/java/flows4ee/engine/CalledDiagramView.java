package flows4ee.engine;

/**
 * What a call activity of an instance calls, as bound when the instance was made.
 *
 * @param callingObject BPMN id of the call activity in the calling diagram
 * @param diagramLevel level while the call is entered, else null
 */
public record CalledDiagramView(
    long callingDiagramId,
    String callingObject,
    long diagramId,
    String diagramName,
    String diagramVersion,
    Long diagramLevel) {}
