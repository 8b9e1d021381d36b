package flows4ee.rest.guard;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.TimeRange;
import java.time.Instant;
import java.util.List;

/** Where the rows of the REST event log are kept. */
public interface RestEventStore {

  /** Adds rows in one transaction of its own. */
  void insert(List<RestEvent> events);

  /** Reads rows; order columns are those of the item, by default {@code lgrt_id}. */
  Page<StoredRestEvent> find(RestEventSearch search, PageRequest page);

  /**
   * Deletes some of the rows older than a time.
   *
   * @return how many; fewer than {@code most} means that none is left
   */
  int purge(Instant before, int most);

  /** A stored row with its id. */
  record StoredRestEvent(long id, RestEvent event) {}

  /**
   * Filters; an empty component does not filter, several values mean any of them.
   *
   * @param endpoints beginnings of the endpoint
   */
  record RestEventSearch(
      List<String> clientIds,
      List<String> infos,
      List<String> methods,
      List<String> endpoints,
      List<String> callIds,
      TimeRange range) {}
}
