package flows4ee.engine;

import static flows4ee.engine.Bpmn.flows;
import static flows4ee.engine.Bpmn.nodes;
import static flows4ee.engine.Bpmn.setting;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who administers an approval: named by the task, else by the process, else configured. */
class BusinessAdminTest {

  private static final String OF_PROCESS = "apex:businessAdmin=\"PAULA\"";

  private final EngineFixture engine = new EngineFixture();

  @Test
  void shouldTakeTheAdministratorOfTheTask() {
    assertThat(admin("apexApproval", setting("businessAdmin", "TOM"), OF_PROCESS)).isEqualTo("TOM");
  }

  @Test
  void shouldTakeTheAdministratorOfTheProcess() {
    // given
    engine.settings.businessAdmin = "CLAIRE";
    // then
    assertThat(admin("apexApproval", "", OF_PROCESS)).isEqualTo("PAULA");
  }

  @Test
  void shouldTakeTheConfiguredAdministrator() {
    // given
    engine.settings.businessAdmin = "CLAIRE";
    // then
    assertThat(admin("apexApproval", "", "")).isEqualTo("CLAIRE");
  }

  @Test
  void shouldNameNobodyWhenNobodyIsConfigured() {
    assertThat(admin("apexApproval", "", "")).isNull();
  }

  @Test
  void shouldNameNobodyForAPage() {
    // given
    engine.settings.businessAdmin = "CLAIRE";
    // then
    assertThat(admin("apexPage", "", OF_PROCESS)).isNull();
  }

  private String admin(String type, String setting, String process) {
    String task =
        "<bpmn:userTask id=\"U\" apex:type=\"%s\"><bpmn:extensionElements>%s"
                .formatted(type, setting)
            + "</bpmn:extensionElements></bpmn:userTask>";
    String xml =
        Bpmn.process(nodes("startEvent:S endEvent:E") + task + flows("S>U U>E"))
            .replace("<bpmn:process ", "<bpmn:process " + process + " ");
    var instance = engine.start(engine.deploy("approval", xml, false).diagram().id());
    return instance.at("U").assignment().businessAdmin();
  }
}
