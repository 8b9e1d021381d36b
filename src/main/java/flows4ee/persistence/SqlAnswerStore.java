package flows4ee.persistence;

import flows4ee.engine.state.LockTimeoutException;
import flows4ee.engine.state.RetryableException;
import flows4ee.rest.guard.AnswerStore;
import flows4ee.rest.guard.Refusal;
import flows4ee.rest.guard.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Answers under their idempotency keys. The row is inserted first and commits with the work, so
 * that a second request with the key waits at the row, and a crash leaves neither.
 */
public final class SqlAnswerStore implements AnswerStore {

  private static final int MOST_PER_CLIENT = 10_000;
  private static final int CHECK_EVERY = 50;

  private static final String FIND =
      """
      select idem_fingerprint, idem_created, idem_status, idem_location, idem_content_location,
             idem_body
        from flow_idempotency where idem_client = ? and idem_key = ?""";

  private static final String INSERT =
      """
      insert into flow_idempotency (idem_client, idem_key, idem_fingerprint, idem_created)
      values (?, ?, ?, ?)""";

  private static final String UPDATE =
      """
      update flow_idempotency
         set idem_status = ?, idem_location = ?, idem_content_location = ?, idem_body = ?
       where idem_client = ? and idem_key = ?""";

  private static final String PURGE =
      """
      delete from flow_idempotency where (idem_client, idem_key) in
       (select idem_client, idem_key from flow_idempotency where idem_created < ?
         fetch first ? rows only)""";

  private final SqlTransactions transactions;

  /** In these transactions. */
  public SqlAnswerStore(SqlTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<KeptAnswer> answer(KeyedRequest request, Supplier<Optional<KeptAnswer>> work) {
    try (SqlTransaction transaction = transactions.begin()) {
      Session session = transaction.session();
      Optional<Row> known = find(session, request);
      if (known.isPresent()) {
        return Optional.of(known.get().answerTo(request));
      }
      if (!claim(session, request)) {
        throw inProgress();
      }
      Optional<KeptAnswer> answer = work.get();
      if (answer.isPresent()) {
        keep(session, request, answer.get());
        transaction.commit();
      }
      return answer;
    }
  }

  /** A row that is too old counts as none and goes. */
  private static Optional<Row> find(Session session, KeyedRequest request) {
    Optional<Row> row = session.findOne(FIND, Row::of, request.client(), request.key());
    if (row.filter(found -> found.created().isBefore(request.validFrom())).isPresent()) {
      session.update(
          "delete from flow_idempotency where idem_client = ? and idem_key = ?",
          request.client(),
          request.key());
      return Optional.empty();
    }
    return row;
  }

  /** Whether the key is ours; another request may have been first by a moment. */
  private static boolean claim(Session session, KeyedRequest request) {
    refuseTooMany(session, request.client());
    try {
      session.update(INSERT, request.client(), request.key(), request.fingerprint(), request.now());
      return true;
    } catch (LockTimeoutException | RetryableException e) {
      return false;
    }
  }

  /** Looks now and then only: the bound need not be exact. */
  private static void refuseTooMany(Session session, String client) {
    if (ThreadLocalRandom.current().nextInt(CHECK_EVERY) != 0) {
      return;
    }
    List<Integer> counts =
        session.find(
            "select count(*) from flow_idempotency where idem_client = ?",
            RowReader::integer,
            client);
    if (counts.get(0) >= MOST_PER_CLIENT) {
      throw Refusal.TOO_MANY_REQUESTS.exception().withHeader("Retry-After", "60");
    }
  }

  private static void keep(Session session, KeyedRequest request, KeptAnswer answer) {
    session.update(
        UPDATE,
        answer.status(),
        answer.location(),
        answer.contentLocation(),
        answer.body(),
        request.client(),
        request.key());
  }

  private static RefusedException inProgress() {
    return Refusal.IN_PROGRESS.exception().withHeader("Retry-After", "1");
  }

  @Override
  public int purge(Instant before, int most) {
    return transactions.call(
        transaction -> ((SqlTransaction) transaction).session().update(PURGE, before, most));
  }

  /** A row of the table. */
  private record Row(String fingerprint, Instant created, KeptAnswer answer) {

    static Row of(RowReader row) throws java.sql.SQLException {
      return new Row(
          row.text(),
          row.instant(),
          new KeptAnswer(row.integer(), row.text(), row.text(), row.text(), true));
    }

    KeptAnswer answerTo(KeyedRequest request) {
      if (!fingerprint.equals(request.fingerprint())) {
        throw Refusal.KEY_REUSED.exception();
      }
      return answer;
    }
  }
}
