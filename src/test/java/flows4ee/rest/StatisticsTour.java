package flows4ee.rest;

/**
 * Calls the operations on statistics. Rows are there only where the tests reach the database, since
 * the server itself writes none before a day is over.
 */
final class StatisticsTour {

  private final RecordedCalls calls;

  StatisticsTour(RecordedCalls calls) {
    this.calls = calls;
  }

  void walk() {
    var deployed = calls.post("v1/diagrams", calls.example("DeployDiagram"));
    long diagram = deployed.path("items").path(0).path("dgrm_id").asLong();
    var database = calls.server().database();
    database.ifPresent(address -> WrittenStatistics.write(address, diagram));
    calls.get("v1/statistics/processes?dgrm_id=" + diagram);
    calls.get("v1/statistics/steps?dgrm_id=" + diagram);
    database.ifPresent(address -> WrittenStatistics.remove(address, diagram));
    calls.delete("v1/diagrams/" + diagram);
  }
}
