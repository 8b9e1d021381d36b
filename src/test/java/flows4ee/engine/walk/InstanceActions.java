package flows4ee.engine.walk;

import static flows4ee.engine.walk.WalkedInstance.WALKER;

import flows4ee.engine.IncomingMessage;
import flows4ee.engine.check.InstanceSnapshot;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.Subflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random actions on an instance as a whole. */
final class InstanceActions {

  private final WalkedInstance instance;
  private final Random random;

  InstanceActions(WalkedInstance instance, Random random) {
    this.instance = instance;
    this.random = random;
  }

  Optional<String> start() {
    return instance.attempt("start", engine -> engine.startInstance(instance.id(), WALKER));
  }

  Optional<String> reset() {
    return instance.attempt(
        "reset", engine -> engine.resetInstance(instance.id(), Optional.empty(), WALKER));
  }

  Optional<String> terminate() {
    return instance.attempt(
        "terminate", engine -> engine.terminateInstance(instance.id(), Optional.empty(), WALKER));
  }

  Optional<String> delete() {
    return instance.attempt(
        "delete", engine -> engine.deleteInstance(instance.id(), Optional.empty(), WALKER));
  }

  Optional<String> suspend() {
    return instance.attempt(
        "suspend", engine -> engine.suspendInstance(instance.id(), Optional.empty(), WALKER));
  }

  Optional<String> resume() {
    return instance.attempt(
        "resume", engine -> engine.resumeInstance(instance.id(), Optional.empty(), WALKER));
  }

  Optional<String> pass(Duration time) {
    return instance.attempt("pass " + time, engine -> instance.walked().passTime().accept(time));
  }

  Optional<String> passSomeTime() {
    return pass(Duration.ofMinutes(random.nextInt(60)));
  }

  /** Sends one message that is waited for, or two at once, or one that nobody waits for. */
  Optional<String> message(InstanceSnapshot now) {
    var open = now.subscriptions();
    if (open.isEmpty() && random.nextInt(5) > 0) {
      return passSomeTime();
    }
    if (open.isEmpty() || random.nextInt(10) == 0) {
      return send(List.of(new IncomingMessage("nobody", "k", "v", "")));
    }
    List<IncomingMessage> messages = new ArrayList<>();
    messages.add(message(open.get(random.nextInt(open.size()))));
    if (random.nextInt(4) == 0) {
      messages.add(message(open.get(random.nextInt(open.size()))));
    }
    return send(messages);
  }

  Optional<String> send(List<IncomingMessage> messages) {
    return instance.attempt(
        "send " + messages.stream().map(IncomingMessage::name).toList(),
        engine -> engine.receiveMessages(messages, WALKER));
  }

  static IncomingMessage message(MessageSubscription open) {
    return new IncomingMessage(open.messageName(), open.keyName(), open.keyValue(), "{}");
  }

  /** Sets what conditions, failing steps and iterations look at, in a scope that is in use. */
  Optional<String> setVariables(InstanceSnapshot now) {
    var scopes = now.subflows().stream().map(Subflow::scope).distinct().toList();
    long scope = scopes.isEmpty() ? 0 : scopes.get(random.nextInt(scopes.size()));
    return instance.set(
        scope,
        Map.of(
            "V", oneOf("a", "b", "c"),
            "W", oneOf("x", "y"),
            "FAIL", oneOf("Y", "N"),
            "ITEMS", oneOf("i", "i:j", "i:j:k")));
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
