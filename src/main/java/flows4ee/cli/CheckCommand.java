package flows4ee.cli;

import flows4ee.config.DirectDatabase;
import flows4ee.engine.check.StateCheck;
import flows4ee.engine.check.StateCheck.Report;
import flows4ee.engine.check.Violation;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.persistence.SqlStateSurvey;
import flows4ee.persistence.SqlTransactions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code flowsctl check}: whether the stored state of all instances is sound. JSON: {@code
 * {"checked", "busy": [ids], "violations": [{"prcs_id", "text"}]}}. Ends with 1 when it is not.
 */
@Command(
    name = "check",
    description = {
      "Checks the stored state of all instances: no token lost or doubled, nothing orphaned,",
      "statuses that agree. Changes nothing; a server may run meanwhile, but not on the",
      "embedded database."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private static final Duration LOCK_WAIT = Duration.ofSeconds(2);

  @Mixin Target target;
  @Mixin Printer printer;

  @Override
  public Integer call() throws IOException, SQLException {
    try (DirectDatabase database = target.openDatabase()) {
      var transactions = new SqlTransactions(database.dataSource(), LOCK_WAIT);
      var survey = new SqlStateSurvey(database.dataSource());
      Report report = new StateCheck(transactions, survey).run();
      printer.one(document(report));
      boolean isSound = report.violations().isEmpty();
      return (isSound ? ExitCode.DONE : ExitCode.ERROR).number();
    }
  }

  private static JsonObject document(Report report) {
    return JsonObject.EMPTY
        .with("checked", JsonValue.of(report.checked()))
        .with("busy", new JsonArray(report.busy().stream().map(JsonValue::of).toList()))
        .with(
            "violations",
            new JsonArray(report.violations().stream().map(CheckCommand::document).toList()));
  }

  private static JsonValue document(Violation violation) {
    return JsonObject.EMPTY
        .with("prcs_id", JsonValue.of(violation.processId()))
        .with("text", JsonValue.of(violation.text()));
  }
}
