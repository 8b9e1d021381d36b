package flows4ee.engine;

import flows4ee.engine.state.CallTreeEntry;
import flows4ee.engine.state.CompletedStep;
import flows4ee.engine.state.InstanceEvent;
import flows4ee.engine.state.IterationRound;
import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.ProcessInstance;
import flows4ee.engine.state.ProcessVariable;
import flows4ee.engine.state.ReceivedMessage;
import flows4ee.engine.state.StepEvent;
import flows4ee.engine.state.StoredDiagram;
import flows4ee.engine.state.Subflow;
import flows4ee.engine.state.Timer;
import flows4ee.engine.state.VariableEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of an engine in memory; a copy serves to roll back. */
final class MemoryTables {

  final Map<Long, StoredDiagram> diagrams = new LinkedHashMap<>();
  final Map<Long, ProcessInstance> instances = new LinkedHashMap<>();
  final Map<Long, Subflow> subflows = new LinkedHashMap<>();
  final Map<List<Object>, ProcessVariable> variables = new LinkedHashMap<>();
  final Map<Timer.Key, Timer> timers = new LinkedHashMap<>();
  final Map<Long, MessageSubscription> subscriptions = new LinkedHashMap<>();
  final Map<Long, MessageDelivery> deliveries = new LinkedHashMap<>();
  final Map<Long, CallTreeEntry> callTree = new LinkedHashMap<>();
  final Map<Long, IterationRound> rounds = new LinkedHashMap<>();
  final List<CompletedStep> completedSteps = new ArrayList<>();
  final List<InstanceEvent> instanceEvents = new ArrayList<>();
  final List<StepEvent> stepEvents = new ArrayList<>();
  final List<VariableEvent> variableEvents = new ArrayList<>();
  final List<ReceivedMessage> receivedMessages = new ArrayList<>();
  final List<Long> archived = new ArrayList<>();
  long lastId;

  MemoryTables copy() {
    var copy = new MemoryTables();
    copy.take(this);
    return copy;
  }

  void take(MemoryTables other) {
    replace(diagrams, other.diagrams);
    replace(instances, other.instances);
    replace(subflows, other.subflows);
    replace(variables, other.variables);
    replace(timers, other.timers);
    replace(subscriptions, other.subscriptions);
    replace(deliveries, other.deliveries);
    replace(callTree, other.callTree);
    replace(rounds, other.rounds);
    replace(completedSteps, other.completedSteps);
    replace(instanceEvents, other.instanceEvents);
    replace(stepEvents, other.stepEvents);
    replace(variableEvents, other.variableEvents);
    replace(receivedMessages, other.receivedMessages);
    replace(archived, other.archived);
    lastId = Math.max(lastId, other.lastId);
  }

  private static <K, V> void replace(Map<K, V> target, Map<K, V> source) {
    target.clear();
    target.putAll(source);
  }

  private static <V> void replace(List<V> target, List<V> source) {
    target.clear();
    target.addAll(source);
  }
}
