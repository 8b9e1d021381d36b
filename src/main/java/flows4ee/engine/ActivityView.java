package flows4ee.engine;

import java.util.List;

/** BPMN ids of an instance's objects, each sorted and distinct. */
public record ActivityView(List<String> current, List<String> completed, List<String> error) {}
