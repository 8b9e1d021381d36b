package flows4ee.engine;

import java.time.Instant;

/** A timer of an instance. */
public record TimerView(
    long subflowId, String bpmnId, String type, Instant startOn, int run, String status) {}
