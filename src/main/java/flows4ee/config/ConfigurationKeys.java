package flows4ee.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The keys that the server's configuration may hold, to tell a mistyped one. */
final class ConfigurationKeys {

  /** Read once when the application is deployed. */
  static final Set<String> OF_DEPLOYMENT =
      Set.of(
          "f4a.data.dir",
          "f4a.datasource",
          "f4a.db.lock.timeout",
          "f4a.db.migrate",
          "f4a.db.migration.datasource",
          "f4a.db.pool.max",
          "f4a.engine.call.depth",
          "f4a.engine.iterations",
          "f4a.engine.step.budget",
          "f4a.engine.tokens",
          "f4a.jobs.cron",
          "f4a.mail.session",
          "f4a.mode",
          "f4a.node.id",
          "f4a.oauth_audience",
          "f4a.oauth_issuer",
          "f4a.oauth_master_key",
          "f4a.oauth_master_key.file",
          "f4a.oauth_signature_alg",
          "f4a.oauth_token_typ",
          "f4a.shutdown.grace",
          "f4a.sql.datasource",
          "f4a.sql.substitution",
          "f4a.timers.batch",
          "f4a.timers.lease",
          "f4a.timers.poll");

  /** Changes of single characters beyond which a key is not taken for another one. */
  private static final int FAR = 4;

  private ConfigurationKeys() {}

  /**
   * A key of ours that nothing reads.
   *
   * @param nearest what may have been meant
   */
  record Unknown(String key, Optional<String> nearest) {

    @Override
    public String toString() {
      return key + nearest.map(" (did you mean %s?)"::formatted).orElse("");
    }
  }

  /** The unknown ones among all names of a configuration, in order. */
  static List<Unknown> unknownAmong(Iterable<String> names) {
    return StreamSupport.stream(names.spliterator(), false)
        .filter(name -> name.startsWith("f4a.") && !isKnown(name))
        .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
        .stream()
        .map(name -> new Unknown(name, nearest(name)))
        .toList();
  }

  private static boolean isKnown(String name) {
    return OF_DEPLOYMENT.contains(name)
        || RuntimeKey.of(name.substring("f4a.".length())).isPresent()
        || DeclaredClientSource.isOfClient(name);
  }

  private static Optional<String> nearest(String name) {
    return Stream.concat(
            OF_DEPLOYMENT.stream(), Stream.of(RuntimeKey.values()).map(RuntimeKey::serverKey))
        .filter(key -> distance(name, key) <= FAR)
        .min(Comparator.<String>comparingInt(key -> distance(name, key)).thenComparing(key -> key));
  }

  /** The least number of characters to insert, delete or replace (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
