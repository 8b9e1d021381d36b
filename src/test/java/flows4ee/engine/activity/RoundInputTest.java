package flows4ee.engine.activity;

import static org.assertj.core.api.Assertions.assertThat;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stored form of the variables of a round. */
class RoundInputTest {

  @Test
  void shouldReadBackWhatItWrites() {
    // given
    var item = new LinkedHashMap<String, VariableValue>();
    item.put("SKU", VariableValue.text("a \"b\"\n\u00e4"));
    item.put("QTY", VariableValue.number(12));
    item.put("BOX", VariableValue.json("{\"w\":1}"));
    item.put("NOTE", new VariableValue(VariableType.CLOB, null));
    // when
    var read = RoundInput.read(RoundInput.write(item));
    // then
    assertThat(read).containsExactlyEntriesOf(item);
  }

  @Test
  void shouldWriteTypeAndTextOfEachVariable() {
    assertThat(RoundInput.write(Map.of("QTY", VariableValue.number(12))))
        .isEqualTo("{\"QTY\":[\"NUMBER\",\"12\"]}");
  }
}
