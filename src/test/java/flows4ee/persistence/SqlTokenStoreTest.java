package flows4ee.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.oauth.ClientException;
import flows4ee.oauth.ClientFilter;
import flows4ee.oauth.ClientRepository.Revocation;
import flows4ee.oauth.ClientView;
import flows4ee.oauth.NewSecret;
import flows4ee.oauth.OAuthEvent;
import flows4ee.oauth.OAuthFixture;
import flows4ee.oauth.OAuthModule;
import flows4ee.oauth.Role;
import flows4ee.oauth.Scope;
import flows4ee.oauth.TokenStore;
import flows4ee.oauth.TokenStore.ClientCredentials;
import flows4ee.oauth.TokenStore.IssuedToken;
import flows4ee.oauth.TokenStore.TokenStatus;
import flows4ee.oauth.TokenStore.Use;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every statement of the OAuth tables; the subclasses name the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SqlTokenStoreTest {

  /** On the embedded database. */
  static final class OnH2Test extends SqlTokenStoreTest {
    @Override
    OAuthFixture open() {
      return OAuthFixture.onH2();
    }
  }

  /** On PostgreSQL. */
  static final class OnPostgresqlTest extends SqlTokenStoreTest {
    @Override
    OAuthFixture open() {
      return OAuthFixture.onPostgresql();
    }
  }

  private OAuthFixture oauth;
  private TokenStore store;

  abstract OAuthFixture open();

  @BeforeAll
  void openDatabase() {
    oauth = open();
    store = oauth.module().tokenStore();
  }

  @AfterAll
  void closeDatabase() throws IOException {
    oauth.close();
  }

  private Instant now() {
    return oauth.clock().instant();
  }

  private Revocation revocation() {
    return new Revocation(now(), "test", "because");
  }

  private ClientCredentials credentialsOf(NewSecret client) {
    return store.findCredentials(client.client().clientId()).orElseThrow();
  }

  private String insert(NewSecret client, Instant issuedAt) {
    String hash = UUID.randomUUID().toString();
    store.insert(
        new IssuedToken(
            hash,
            credentialsOf(client).key(),
            issuedAt,
            issuedAt.plusSeconds(3600),
            Optional.of(new Scope(Set.of(Role.READ)).text()),
            "10.0.0.1"),
        new OAuthEvent(OAuthEvent.Type.TOKEN_ISSUED, issuedAt, OAuthFixture.OPERATOR));
    return hash;
  }

  @Test
  void shouldFindCredentials() {
    // given
    NewSecret client = oauth.createClient(Role.READ, Role.ADMIN);
    // when
    ClientCredentials found = credentialsOf(client);
    // then
    assertThat(found.roles()).containsExactlyInAnyOrder(Role.READ, Role.ADMIN);
    assertThat(found.secrets()).hasSize(1);
    assertThat(found.disabled()).isFalse();
    assertThat(found.lifetime()).isEmpty();
    assertThat(store.findCredentials("unknown")).isEmpty();
  }

  @Test
  void shouldFindTheStateOfATokenAndRevokeIt() {
    // given
    NewSecret client = oauth.createClient(Role.WRITE, Role.READ);
    String hash = insert(client, now());
    // when
    TokenStatus status = store.findStatus(hash).orElseThrow();
    // then
    assertThat(status.clientId()).isEqualTo(client.client().clientId());
    assertThat(status.roles()).containsExactlyInAnyOrder(Role.WRITE, Role.READ);
    assertThat(status.scope()).contains("flowsforapex.access flowsforapex.read");
    assertThat(status.revoked()).isFalse();
    assertThat(store.revoke(hash, revocation())).isTrue();
    assertThat(store.revoke(hash, revocation())).isFalse();
    assertThat(store.findStatus(hash).orElseThrow().revoked()).isTrue();
    assertThat(store.findStatus("unknown")).isEmpty();
  }

  @Test
  void shouldCountAndRevokeOpenTokens() {
    // given
    NewSecret client = oauth.createClient(Role.READ);
    long key = credentialsOf(client).key();
    String oldest = insert(client, now().minusSeconds(20));
    String used = insert(client, now().minusSeconds(30));
    insert(client, now().minusSeconds(7200));
    store.markUsed(List.of(new Use(now(), "10.0.0.0", key, Optional.of(used), Optional.empty())));
    assertThat(store.countOpen(key, now())).isEqualTo(2);
    // when
    store.revokeOldest(key, 1, revocation());
    // then
    assertThat(store.findStatus(oldest).orElseThrow().revoked()).isTrue();
    assertThat(store.findStatus(used).orElseThrow().revoked()).isFalse();
    assertThat(
            oauth
                .module()
                .clients()
                .revokeTokens(client.client().clientId(), OAuthFixture.OPERATOR))
        .isEqualTo(1);
    assertThat(store.countOpen(key, now())).isZero();
  }

  @Test
  void shouldNoteUseAndKeepTimesExactly() {
    // given
    NewSecret client = oauth.createClient(Role.READ);
    Instant end = now().plusSeconds(86_400).plus(123_456, ChronoUnit.MICROS);
    ClientView view =
        oauth
            .module()
            .clients()
            .update(
                client.client().clientId(),
                a -> a.withExpiresAt(Optional.of(end)).withTokenLifetime(Optional.of(90)),
                OAuthFixture.OPERATOR);
    // when
    store.markUsed(
        List.of(
            new Use(
                now(),
                "10.0.0.0",
                credentialsOf(client).key(),
                Optional.empty(),
                Optional.of(client.secret().id()))));
    // then
    ClientView read = oauth.module().clients().findClient(view.clientId()).orElseThrow();
    assertThat(read.attributes().expiresAt()).contains(end);
    assertThat(read.audit().lastUsedAt()).contains(now());
    assertThat(read.secrets().get(0).lastUsedAt()).contains(now());
    assertThat(credentialsOf(client).expiresAt()).contains(end);
    assertThat(credentialsOf(client).lifetime()).contains(Duration.ofSeconds(90));
  }

  @Test
  void shouldUpgradeAHashOnlyWhileItIsTheOldOne() {
    // given
    NewSecret client = oauth.createClient();
    var secret = credentialsOf(client).secrets().iterator().next();
    // when
    store.upgradeHash(secret.id(), "other", "x");
    store.upgradeHash(secret.id(), secret.hash(), "new");
    // then
    assertThat(credentialsOf(client).secrets().iterator().next().hash()).isEqualTo("new");
  }

  @Test
  void shouldPurgeInPortions() {
    // given
    NewSecret client = oauth.createClient();
    Instant longAgo = now().minus(Duration.ofDays(400));
    String old = insert(client, longAgo);
    String recent = insert(client, now());
    // when
    oauth.module().maintain();
    // then
    assertThat(store.findStatus(old)).isEmpty();
    assertThat(store.findStatus(recent)).isPresent();
    assertThat(
            oauth.query(
                "select id from oauth_events where event_at < timestamp '2026-01-01 00:00:00'"))
        .isEmpty();
  }

  @Test
  void shouldKeepOneInstallationId() {
    // when
    String id = store.findOrCreateInstallationId("candidate");
    // then
    assertThat(id).isNotEqualTo("candidate");
    assertThat(store.findOrCreateInstallationId("another")).isEqualTo(id);
  }

  @Test
  void shouldFilterClients() {
    // given
    ClientView client = oauth.createClient(Role.MESSAGES).client();
    var filter =
        new ClientFilter(
            List.of(client.attributes().name(), "nobody"),
            List.of("owner", "nobody"),
            List.of(Role.MESSAGES, Role.ADMIN),
            Optional.of(false));
    // then
    assertThat(oauth.module().clients().findClients(filter)).containsExactly(client);
    assertThat(oauth.module().clients().findClients(ClientFilter.ALL)).contains(client);
    assertThat(store.hasClients()).isTrue();
  }

  @Test
  void shouldRefuseTheSecondOfTwoEqualNames() {
    // given
    var attributes = OAuthFixture.attributes();
    var clients = oauth.module().clients();
    clients.create(attributes, Set.of(), NewSecret.Showing.NOW, OAuthFixture.OPERATOR);
    // then
    assertThatThrownBy(
            () ->
                clients.create(attributes, Set.of(), NewSecret.Showing.NOW, OAuthFixture.OPERATOR))
        .isInstanceOf(ClientException.class)
        .hasMessage("Client already exists");
  }

  @Test
  void shouldLetOneNodeAtATimeChangeKeys() {
    // given
    OAuthModule other = oauth.newNode();
    // when
    var first =
        CompletableFuture.supplyAsync(
            () -> oauth.module().keyAdministration().rotate(OAuthFixture.OPERATOR));
    var second =
        CompletableFuture.supplyAsync(
            () -> other.keyAdministration().rotate(OAuthFixture.OPERATOR));
    // then
    assertThat(first.join()).isEqualTo(second.join());
  }
}
