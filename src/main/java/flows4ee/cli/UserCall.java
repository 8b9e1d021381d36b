package flows4ee.cli;

import flows4ee.admin.console.ConsoleModule;
import flows4ee.admin.console.ConsoleModule.Rules;
import flows4ee.admin.console.ConsoleModule.Stores;
import flows4ee.admin.console.ConsoleUserException;
import flows4ee.admin.console.ConsoleUsers;
import flows4ee.admin.console.SessionSettings;
import flows4ee.config.DirectDatabase;
import flows4ee.oauth.ClientException;
import flows4ee.oauth.DerivationLimit;
import flows4ee.oauth.StoreException;
import flows4ee.persistence.JpaConsoleUserRepository;
import flows4ee.persistence.JpaTransactions;
import flows4ee.persistence.SqlSessionStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the commands over console users share: database, form of the output, exit codes. */
final class UserCall {

  private static final int DONE = 0;
  private static final int ERROR = 1;
  private static final int USAGE = 2;
  private static final int NOT_FOUND = 3;
  private static final int CONFLICT = 4;
  private static final int ITERATIONS = 210_000;

  @Spec(Target.MIXEE)
  CommandSpec spec;

  @Mixin DatabaseOptions database;

  @Option(names = "--json", description = "Prints JSON.")
  boolean json;

  /** Work on the users. */
  interface Work {
    void on(ConsoleUsers users, UserOutput out) throws IOException;
  }

  /** Runs a command; 0 done, 1 error, 2 bad value, 3 not found, 4 conflict. */
  int run(Work work) {
    var out = new UserOutput(spec.commandLine().getOut(), json);
    try (var opened = database.open()) {
      work.on(users(opened), out);
      return DONE;
    } catch (ConsoleUserException e) {
      return failed(e, codeOf(e.kind()));
    } catch (ClientException e) {
      return failed(e, USAGE);
    } catch (SQLException | IOException | StoreException e) {
      return failed(e, ERROR);
    }
  }

  private static int codeOf(ConsoleUserException.Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> NOT_FOUND;
      case INVALID -> USAGE;
      case CONFLICT -> CONFLICT;
    };
  }

  private int failed(Exception e, int code) {
    spec.commandLine().getErr().println(e.getMessage());
    return code;
  }

  private static ConsoleUsers users(DirectDatabase database) {
    var transactions = new JpaTransactions(database.persistence());
    return new ConsoleModule(
            new Stores(
                new JpaConsoleUserRepository(transactions),
                new SqlSessionStore(database.dataSource())),
            new Rules(
                DerivationLimit.onDaemonThreads(),
                () -> ITERATIONS,
                () -> new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12))),
            Clock.systemUTC())
        .users();
  }
}
