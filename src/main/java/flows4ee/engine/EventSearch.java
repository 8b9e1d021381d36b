package flows4ee.engine;

import java.util.List;

/** Filters of an instance's events. */
public record EventSearch(
    List<String> sources, List<String> events, List<String> bpmnIds, TimeRange range) {}
