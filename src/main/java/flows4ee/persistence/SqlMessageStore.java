package flows4ee.persistence;

import flows4ee.engine.state.MessageDelivery;
import flows4ee.engine.state.MessageStore;
import flows4ee.engine.state.MessageSubscription;
import flows4ee.engine.state.ReceivedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Subscriptions and accepted messages over JDBC. */
final class SqlMessageStore implements MessageStore {

  private static final String SELECT = EventTables.SUBSCRIPTIONS.select() + " where ";
  private static final String WAITING_DELIVERIES =
      """
      select mdlv_prcs_id from flow_message_deliveries
       where mdlv_created < ?
       group by mdlv_prcs_id order by min(mdlv_created)
       fetch first ? rows only""";

  private final Session session;

  SqlMessageStore(Session session) {
    this.session = session;
  }

  @Override
  public Optional<MessageSubscription> find(String messageName, String keyName, String keyValue) {
    var dialect = session.dialect();
    return session.findOne(
        byMessage(dialect),
        EventTables::readSubscription,
        dialect.sameAs(messageName),
        dialect.sameAs(keyName),
        dialect.sameAs(keyValue));
  }

  /** A step that cannot have the lock fails alone; its call goes on in the same transaction. */
  @Override
  public Optional<MessageSubscription> findLocked(
      String messageName, String keyName, String keyValue) {
    var dialect = session.dialect();
    return session.runApart(
        connection -> {
          try (var statement =
              connection.prepareStatement(byMessage(dialect) + " " + dialect.rowLock())) {
            Session.set(
                statement,
                dialect.sameAs(messageName),
                dialect.sameAs(keyName),
                dialect.sameAs(keyValue));
            return Session.read(statement, EventTables::readSubscription).stream().findFirst();
          }
        });
  }

  @Override
  public boolean consume(long subscriptionId) {
    return session.update(
            "delete from flow_message_subscriptions where msub_id = ?", subscriptionId)
        > 0;
  }

  @Override
  public void insert(MessageSubscription subscription) {
    session.insert(EventTables.SUBSCRIPTIONS, subscription);
  }

  @Override
  public void deleteStartSubscriptions(long diagramId) {
    session.update("delete from flow_message_subscriptions where msub_dgrm_id = ?", diagramId);
  }

  @Override
  public List<MessageSubscription> findStartSubscriptions(long diagramId) {
    return session.find(
        SELECT + "msub_dgrm_id = ? order by msub_id", EventTables::readSubscription, diagramId);
  }

  @Override
  public void accept(MessageDelivery delivery) {
    session.insert(EventTables.DELIVERIES, delivery);
  }

  @Override
  public List<Long> findWaitingDeliveries(Instant acceptedBefore, int limit) {
    return session.find(WAITING_DELIVERIES, RowReader::number, acceptedBefore, limit);
  }

  @Override
  public void log(ReceivedMessage message) {
    session.insert(LogTables.RECEIVED_MESSAGES, message);
  }

  private static String byMessage(Dialect dialect) {
    return SELECT
        + dialect.isSame("msub_message_name")
        + " and "
        + dialect.isSame("msub_key_name")
        + " and "
        + dialect.isSame("msub_key_value");
  }
}
