package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.oauth.DeclaredClients.Declaration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that the server's configuration declares. */
class DeclaredClientsTest {

  private static final String HASH = SecretHasher.hashChosen("declared secret", 1000);

  private OAuthFixture oauth;

  @BeforeEach
  void open() {
    oauth = OAuthFixture.onH2();
  }

  @AfterEach
  void close() throws IOException {
    oauth.close();
  }

  private static Declaration declaration(String hash, boolean disabled, Role... roles) {
    return new Declaration(
        Set.of(roles), Optional.of(hash), "server", "server@localhost", disabled);
  }

  private boolean works(String clientId, String secret) {
    return oauth.authenticate(clientId, secret).isPresent();
  }

  private ClientView client(String clientId) {
    return oauth.module().clients().findClient(clientId).orElseThrow();
  }

  @Test
  void shouldTakeDeclaredClientsIntoTheTable() {
    // given
    oauth.declare("ops", declaration(HASH, false, Role.READ));
    // when
    oauth.module().maintain();
    // then
    assertThat(works("ops", "declared secret")).isTrue();
    assertThat(client("ops").managed()).isTrue();
    assertThat(client("ops").roles()).containsOnly(Role.READ);
    assertThat(client("ops").attributes().owner()).isEqualTo("server");
  }

  @Test
  void shouldFollowChangesOfTheDeclaration() {
    // given
    oauth.declare("ops", declaration(HASH, false, Role.READ));
    oauth.module().maintain();
    // when
    String other = SecretHasher.hashChosen("another secret", 1000);
    oauth.declare("ops", declaration(other, false, Role.WRITE, Role.ADMIN));
    oauth.module().maintain();
    // then
    assertThat(works("ops", "declared secret")).isFalse();
    assertThat(works("ops", "another secret")).isTrue();
    assertThat(client("ops").roles()).containsOnly(Role.WRITE, Role.ADMIN);
    // when
    oauth.declare("ops", declaration(other, true, Role.WRITE));
    oauth.module().maintain();
    // then
    assertThat(works("ops", "another secret")).isFalse();
  }

  @Test
  void shouldDisableAVanishedClientAndTakeItBack() {
    // given
    oauth.declare("ops", declaration(HASH, false, Role.READ));
    oauth.module().maintain();
    // when
    oauth.undeclare("ops");
    oauth.module().maintain();
    // then
    assertThat(works("ops", "declared secret")).isFalse();
    assertThat(client("ops").disabled()).isTrue();
    // when
    oauth.declare("ops", declaration(HASH, false, Role.READ));
    oauth.module().maintain();
    // then
    assertThat(works("ops", "declared secret")).isTrue();
  }

  @Test
  void shouldNotTakeANameOfAnotherClient() {
    // given
    ClientView other = oauth.createClient(Role.READ).client();
    String name = other.attributes().name().replace(' ', '-');
    oauth.module().clients().update(other.clientId(), a -> a.withName(name), OAuthFixture.OPERATOR);
    oauth.declare(name, declaration(HASH, false, Role.ADMIN));
    // when
    oauth.module().maintain();
    // then
    assertThat(works(name, "declared secret")).isFalse();
    assertThat(client(other.clientId()).roles()).containsOnly(Role.READ);
  }

  @Test
  void shouldRefuseChangesThroughOtherDoors() {
    // given
    oauth.declare("ops", declaration(HASH, false, Role.READ));
    oauth.module().maintain();
    ClientService clients = oauth.module().clients();
    // then
    for (Runnable change :
        List.<Runnable>of(
            () -> clients.setRoles("ops", Set.of(), OAuthFixture.OPERATOR),
            () -> clients.update("ops", a -> a.withOwner("me"), OAuthFixture.OPERATOR),
            () -> clients.disable("ops", "x", OAuthFixture.OPERATOR),
            () -> clients.delete("ops", OAuthFixture.OPERATOR))) {
      assertThatThrownBy(change::run)
          .isInstanceOf(ClientException.class)
          .hasMessage("Client is managed by the server");
    }
  }

  @Test
  void shouldWriteNothingWhenNothingChanged() {
    // given
    oauth.declare("ops", declaration(HASH, false, Role.READ));
    oauth.module().maintain();
    int version = client("ops").version();
    // when
    oauth.newNode().start();
    oauth.module().maintain();
    // then
    assertThat(client("ops").version()).isEqualTo(version);
  }
}
