package flows4ee.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private final Agenda agenda = new Agenda();

  @Test
  void shouldRunFirstWhatWasPlannedLast() {
    // when
    agenda.enter(1);
    agenda.resume(2, new Trigger.SisterEnded());
    agenda.keep();
    // then
    assertThat(agenda.next()).contains(new Agenda.Item(2, Optional.of(new Trigger.SisterEnded())));
    assertThat(agenda.next()).contains(new Agenda.Item(1, Optional.empty()));
    assertThat(agenda.next()).isEmpty();
  }

  @Test
  void shouldForgetWhatAFailedStepHadPlanned() {
    // given
    agenda.enter(1);
    agenda.keep();
    // when
    agenda.enter(2);
    agenda.drop();
    agenda.enter(3);
    agenda.keep();
    // then
    assertThat(agenda.next()).map(Agenda.Item::subflowId).contains(3L);
    assertThat(agenda.next()).map(Agenda.Item::subflowId).contains(1L);
    assertThat(agenda.next()).isEmpty();
  }
}
