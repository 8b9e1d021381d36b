package flows4ee.rest;

/** Sends the examples of messages to instances that wait for them. */
final class MessageTour {

  private final RecordedCalls calls;
  private final TourInstances instances;

  MessageTour(RecordedCalls calls) {
    this.calls = calls;
    this.instances = new TourInstances(calls);
  }

  void walk() {
    String name = calls.example("NamedMessage").path("name").asText();
    String waiting = await(name);
    calls.get(waiting + "/message_subscriptions");
    calls.get("v1/message_subscriptions");
    calls.put("v1/messages/" + name, calls.example("Message"));
    await(name);
    calls.put("v1/messages/" + name, calls.example("Messages"));
    await(name);
    calls.post("v1/messages", calls.example("NamedMessage"));
    await(name);
    calls.post("v1/messages", calls.example("NamedMessages"));
  }

  private String await(String name) {
    var message = calls.example("Message");
    return instances.start(
        RestModels.message(name, message.path("key").asText(), message.path("value").asText()));
  }
}
