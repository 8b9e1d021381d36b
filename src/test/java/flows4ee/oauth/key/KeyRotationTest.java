package flows4ee.oauth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.oauth.MasterKey;
import flows4ee.oauth.SettableClock;
import flows4ee.persistence.JpaSigningKeyRepository;
import flows4ee.persistence.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Life of signing keys in their table. */
class KeyRotationTest {

  private static final Duration QUARTER = Duration.ofDays(90);
  private static final MasterKey MASTER = new MasterKey(new byte[32]);

  private final SettableClock clock = SettableClock.atNoon();
  private TestDatabase database;
  private KeyRing ring;
  private KeyRotation rotation;

  @BeforeEach
  void openDatabase() {
    database = TestDatabase.h2();
    ring = ringOf(MASTER);
    rotation = new KeyRotation(repository(), codecOf(MASTER), ring, clock);
  }

  @AfterEach
  void closeDatabase() throws Exception {
    database.close();
  }

  private JpaSigningKeyRepository repository() {
    return new JpaSigningKeyRepository(database.transactions());
  }

  private static KeyCodec codecOf(MasterKey master) {
    return new KeyCodec(new SealedText(master.derive("signing-keys")));
  }

  private KeyRing ringOf(MasterKey master) {
    return new KeyRing(repository(), codecOf(master), clock);
  }

  @Test
  void shouldMakeTheFirstKeyAndKeepItAcrossStarts() {
    // when
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    KeyRing second = ringOf(MASTER);
    second.reload();
    // then
    assertThat(second.active()).isEqualTo(ring.active());
    assertThat(rotation.run(SigningAlgorithm.RS256, QUARTER)).isFalse();
  }

  @Test
  void shouldPublishTheNextKeyBeforeItSigns() {
    // given
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    String first = ring.active().kid();
    // when
    clock.advance(QUARTER.minusMinutes(10));
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    // then
    assertThat(ring.published()).hasSize(2);
    assertThat(ring.active().kid()).isEqualTo(first);
    // when
    clock.advance(Duration.ofMinutes(10));
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    // then
    assertThat(ring.active().kid()).isNotEqualTo(first);
    assertThat(ring.find(first)).isPresent();
    // when
    clock.advance(Duration.ofDays(1).plusMinutes(5));
    // then
    assertThat(ring.find(first)).isEmpty();
    assertThat(rotation.run(SigningAlgorithm.RS256, QUARTER)).isTrue();
    assertThat(ring.published()).hasSize(1);
  }

  @Test
  void shouldRotateOnDemandAndWhenTheAlgorithmChanges() {
    // given
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    // when
    String next = rotation.rotateNow(SigningAlgorithm.ES256);
    // then
    assertThat(rotation.rotateNow(SigningAlgorithm.ES256)).isEqualTo(next);
    clock.advance(Duration.ofMinutes(10));
    rotation.run(SigningAlgorithm.ES256, QUARTER);
    assertThat(ring.active().kid()).isEqualTo(next);
    // when
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    clock.advance(Duration.ofMinutes(10));
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    // then
    assertThat(ring.active().algorithm()).isEqualTo(SigningAlgorithm.RS256);
  }

  @Test
  void shouldRemoveARevokedKeyAtOnceAndSignWithAnother() {
    // given
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    String leaked = ring.active().kid();
    // when
    boolean found = rotation.revoke(leaked, SigningAlgorithm.RS256);
    // then
    assertThat(found).isTrue();
    assertThat(ring.find(leaked)).isEmpty();
    assertThat(ring.active().kid()).isNotEqualTo(leaked);
    assertThat(rotation.revoke("unknown", SigningAlgorithm.RS256)).isFalse();
  }

  @Test
  void shouldFailTheStartWithAnotherMasterKey_SEC_KEY_4() {
    // given
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    var other = new byte[32];
    other[0] = 1;
    KeyRing stranger = ringOf(new MasterKey(other));
    // then
    assertThatThrownBy(stranger::reload)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("f4a.oauth_master_key");
    assertThat(repository().findAll()).hasSize(1);
  }

  @Test
  void shouldNoticeExchangedPrivateKeys_SEC_KEY_4() throws SQLException {
    // given
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    rotation.rotateNow(SigningAlgorithm.RS256);
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          """
          update oauth_keys k set private_key_enc =
            (select o.private_key_enc from oauth_keys o where o.key_state = 'NEXT')""");
    }
    // then
    assertThatThrownBy(() -> ringOf(MASTER).reload()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldStoreNoPrivateKeyInTheClear_SEC_KEY_3() throws SQLException {
    // given
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    byte[] plain = ring.active().privateKey().orElseThrow().getEncoded();
    String base64 = Base64.getEncoder().encodeToString(plain);
    // then
    assertThat(repository().findAll())
        .allSatisfy(row -> assertThat(row.sealedPrivateKey()).doesNotContain(base64.substring(40)));
  }

  @Test
  void shouldReloadForUnknownKeysAtMostEveryTenSeconds_SEC_JWT_6() {
    // given
    rotation.run(SigningAlgorithm.RS256, QUARTER);
    KeyRing node = ringOf(MASTER);
    node.reload();
    node.find("../../etc/passwd");
    String added = rotation.rotateNow(SigningAlgorithm.RS256);
    // then
    assertThat(node.find(added)).isEmpty();
    clock.advance(Duration.ofSeconds(10));
    assertThat(node.find(added)).isPresent();
  }
}
