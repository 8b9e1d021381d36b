package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretFactoryTest {

  private final MasterKey key = new MasterKey(new byte[MasterKey.LENGTH]);
  private final SecretFactory factory =
      new SecretFactory(new SecretHasher(key), key, TestSettings.FIXED, SettableClock.atNoon());

  @Test
  void shouldMakeClientIdsThatCommandLinesTakeForNoOption() {
    assertThat(Stream.generate(factory::newClientId).limit(1000))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[A-Za-z0-9_][A-Za-z0-9_-]{21}\\.\\."));
  }
}
