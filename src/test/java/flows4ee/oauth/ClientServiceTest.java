package flows4ee.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.oauth.ClientException.Kind;
import flows4ee.oauth.ClientSecrets.Rotation;
import flows4ee.oauth.ClientService.ExistingCredentials;
import flows4ee.oauth.NewSecret.Showing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of clients. */
class ClientServiceTest {

  private static final Rotation PLAIN =
      new Rotation(ClientSecrets.DEFAULT_OVERLAP, false, Showing.NOW);

  private static OAuthFixture oauth;

  @BeforeAll
  static void open() {
    oauth = openDatabase();
  }

  static OAuthFixture openDatabase() {
    return OAuthFixture.onH2();
  }

  @AfterAll
  static void close() throws IOException {
    oauth.close();
  }

  @AfterEach
  void restoreSettings() {
    oauth.use(TestSettings.DEFAULTS);
  }

  private static ClientService clients() {
    return oauth.module().clients();
  }

  private static ClientSecrets secrets() {
    return oauth.module().clientSecrets();
  }

  private static void assertRefused(Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ClientException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void shouldRefuseAllButOneOfManyWithTheSameNameAtOnce() throws Exception {
    var same = OAuthFixture.attributes();
    var begin = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tries.add(pool.submit(() -> isCreated(same, begin)));
      }
      begin.countDown();
      int created = 0;
      for (var one : tries) {
        created += one.get() ? 1 : 0;
      }
      assertThat(created).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean isCreated(ClientAttributes attributes, CountDownLatch begin)
      throws InterruptedException {
    begin.await();
    try {
      clients().create(attributes, Set.of(), Showing.NOW, OAuthFixture.OPERATOR);
      return true;
    } catch (ClientException e) {
      assertThat(e.kind()).isEqualTo(Kind.CONFLICT);
      return false;
    }
  }

  @Test
  void shouldCreateAClientWithRandomCredentials_SEC_KEY_1() {
    // when
    NewSecret made = oauth.createClient(Role.READ, Role.ADMIN);
    // then
    ClientView client = made.client();
    assertThat(client.clientId()).matches("[A-Za-z0-9_-]{22}\\.\\.");
    assertThat(made.plain().orElseThrow()).matches("[A-Za-z0-9_-]{43}");
    assertThat(made.secret().hint()).isEqualTo(made.plain().orElseThrow().substring(39));
    assertThat(made.secret().id()).isPositive();
    assertThat(clients().findClient(client.clientId())).contains(client);
    assertThat(client.roles()).containsExactlyInAnyOrder(Role.READ, Role.ADMIN);
    assertThat(client.audit().createdBy()).isEqualTo("operator");
    assertThat(client.disabled()).isFalse();
    assertThat(client.managed()).isFalse();
    assertThat(made.toString()).doesNotContain(made.plain().orElseThrow());
  }

  @Test
  void shouldFindClientsByFilter() {
    // given
    ClientView reader = oauth.createClient(Role.READ).client();
    ClientView sender = oauth.createClient(Role.MESSAGES).client();
    clients().disable(sender.clientId(), "test", OAuthFixture.OPERATOR);
    // then
    assertThat(idsOf(ClientFilter.ALL)).contains(reader.clientId(), sender.clientId());
    String name = reader.attributes().name().toUpperCase(Locale.ROOT);
    assertThat(idsOf(filter(Optional.of(name), Optional.empty(), Optional.empty())))
        .containsExactly(reader.clientId());
    assertThat(idsOf(filter(Optional.empty(), Optional.of(Role.MESSAGES), Optional.of(true))))
        .contains(sender.clientId())
        .doesNotContain(reader.clientId());
    assertThat(idsOf(filter(Optional.empty(), Optional.of(Role.READ), Optional.of(false))))
        .contains(reader.clientId())
        .doesNotContain(sender.clientId());
  }

  private static ClientFilter filter(
      Optional<String> name, Optional<Role> role, Optional<Boolean> disabled) {
    return new ClientFilter(
        name.stream().toList(), List.of("owner", "nobody"), role.stream().toList(), disabled);
  }

  private static List<String> idsOf(ClientFilter filter) {
    return clients().findClients(filter).stream().map(ClientView::clientId).toList();
  }

  @Test
  void shouldKeepNamesUniqueIgnoringCaseUntilDeleted() {
    // given
    ClientView first = oauth.createClient(Role.READ).client();
    ClientView other = oauth.createClient().client();
    String name = first.attributes().name().toUpperCase(Locale.ROOT);
    ClientAttributes same = OAuthFixture.attributes().withName(name);
    // then
    assertRefused(
        Kind.CONFLICT, () -> clients().create(same, Set.of(), Showing.NOW, OAuthFixture.OPERATOR));
    assertRefused(
        Kind.CONFLICT,
        () -> clients().update(other.clientId(), a -> a.withName(name), OAuthFixture.OPERATOR));
    // when
    clients().delete(first.clientId(), OAuthFixture.OPERATOR);
    // then
    assertThat(clients().findClient(first.clientId())).isEmpty();
    clients().create(same, Set.of(), Showing.NOW, OAuthFixture.OPERATOR);
    assertThat(
            oauth.query(
                "select name from oauth_clients where deleted_at is not null and client_id = '%s'"
                    .formatted(first.clientId())))
        .containsExactly(first.attributes().name());
    assertRefused(
        Kind.CONFLICT,
        () ->
            clients()
                .importClient(
                    new ExistingCredentials(first.clientId(), "secret"),
                    OAuthFixture.attributes(),
                    Set.of(),
                    OAuthFixture.OPERATOR));
  }

  @Test
  void shouldUpdateAttributes() {
    // given
    ClientView client = oauth.createClient(Role.READ).client();
    // when
    ClientView updated =
        clients()
            .update(
                client.clientId(),
                a ->
                    a.withDescription(Optional.of("text"))
                        .withSupportUri(Optional.of("https://example.org/help"))
                        .withTokenLifetime(Optional.of(60))
                        .withExpiresAt(Optional.of(oauth.clock().instant().plusSeconds(9))),
                OAuthFixture.OPERATOR);
    // then
    assertThat(clients().findClient(client.clientId())).contains(updated);
    assertThat(updated.attributes().description()).contains("text");
    assertThat(updated.attributes().tokenLifetime()).contains(60);
    assertThat(updated.version()).isGreaterThan(client.version());
  }

  static List<UnaryOperator<ClientAttributes>> badAttributes() {
    return List.of(
        a -> a.withName(" "),
        a -> a.withName("x".repeat(256)),
        a -> a.withName("line\nbreak"),
        a -> a.withOwner(""),
        a -> a.withSupportEmail("nobody"),
        a -> a.withSupportEmail("a@b c"),
        a -> a.withDescription(Optional.of("x".repeat(4001))),
        a -> a.withSupportUri(Optional.of("javascript:alert(1)")),
        a -> a.withSupportUri(Optional.of("https://example.org/" + "x".repeat(2000))),
        a -> a.withRedirectUri(Optional.of("not a uri")),
        a -> a.withTokenLifetime(Optional.of(59)),
        a -> a.withTokenLifetime(Optional.of(86_401)));
  }

  @ParameterizedTest
  @MethodSource("badAttributes")
  void shouldRefuseBadAttributes(UnaryOperator<ClientAttributes> change) {
    // given
    ClientAttributes bad = change.apply(OAuthFixture.attributes());
    // then
    assertThatThrownBy(() -> clients().create(bad, Set.of(), Showing.NOW, OAuthFixture.OPERATOR))
        .isInstanceOfSatisfying(
            ClientException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.INVALID);
              assertThat(e.attribute()).isNotEmpty();
            });
  }

  @Test
  void shouldRefuseUnknownRolesAndClients() {
    assertRefused(Kind.INVALID, () -> ClientService.rolesOf(List.of("Flows for APEX - Read")));
    assertRefused(Kind.NOT_FOUND, () -> clients().enable("unknown", OAuthFixture.OPERATOR));
    assertThat(ClientService.rolesOf(List.of(Roles.ADMIN))).containsOnly(Role.ADMIN);
  }

  @Test
  void shouldBoundWhatAClientMayDo_SEC_AUZ_9() {
    // given
    NewSecret admin = oauth.createClient(Role.ADMIN);
    String own = admin.client().clientId();
    String other = oauth.createClient(Role.READ).client().clientId();
    Actor actor = Actor.client(own, EnumSet.of(Role.ADMIN), "10.0.0.1");
    // then
    assertRefused(
        Kind.FORBIDDEN,
        () -> clients().create(OAuthFixture.attributes(), Set.of(Role.READ), Showing.NOW, actor));
    assertRefused(
        Kind.FORBIDDEN, () -> clients().setRoles(other, Set.of(Role.READ, Role.WRITE), actor));
    assertThat(clients().setRoles(other, Set.of(Role.ADMIN), actor).roles())
        .containsOnly(Role.ADMIN);
    assertRefused(Kind.CONFLICT, () -> clients().setRoles(own, Set.of(), actor));
    assertRefused(Kind.CONFLICT, () -> clients().disable(own, "x", actor));
    assertRefused(Kind.CONFLICT, () -> clients().delete(own, actor));
  }

  @Test
  void shouldRotateSecretsWithOverlap_SEC_KEY_7() {
    // given
    NewSecret first = oauth.createClient(Role.READ);
    String id = first.client().clientId();
    // when
    NewSecret second = secrets().rotate(id, PLAIN, OAuthFixture.OPERATOR);
    // then
    assertThat(works(id, first.plain())).isTrue();
    assertThat(works(id, second.plain())).isTrue();
    assertRefused(Kind.CONFLICT, () -> secrets().rotate(id, PLAIN, OAuthFixture.OPERATOR));
    // when
    oauth.clock().advance(Duration.ofHours(24));
    // then
    assertThat(works(id, first.plain())).isFalse();
    assertThat(works(id, second.plain())).isTrue();
    oauth.clock().advance(Duration.ofHours(24).negated());
  }

  @Test
  void shouldReplaceTheOldestSecretWhenToldTo() {
    // given
    NewSecret first = oauth.createClient(Role.READ);
    String id = first.client().clientId();
    oauth.clock().advance(Duration.ofSeconds(1));
    NewSecret second = secrets().rotate(id, PLAIN, OAuthFixture.OPERATOR);
    // when
    NewSecret third =
        secrets()
            .rotate(
                id, new Rotation(Duration.ofHours(1), true, Showing.NOW), OAuthFixture.OPERATOR);
    // then
    assertThat(works(id, first.plain())).isFalse();
    assertThat(works(id, second.plain())).isTrue();
    assertThat(works(id, third.plain())).isTrue();
    assertThat(third.client().secrets()).hasSize(2);
  }

  @Test
  void shouldRevokeSecretsAtOnce_SEC_REV_5() {
    // given
    NewSecret made = oauth.createClient(Role.READ);
    String id = made.client().clientId();
    long secretId = made.secret().id();
    // when
    ClientView client = secrets().revoke(id, secretId, OAuthFixture.OPERATOR);
    // then
    assertThat(client.secrets()).isEmpty();
    assertThat(works(id, made.plain())).isFalse();
    assertRefused(Kind.NOT_FOUND, () -> secrets().revoke(id, secretId, OAuthFixture.OPERATOR));
  }

  private static boolean works(String clientId, Optional<String> secret) {
    return oauth.authenticate(clientId, secret.orElseThrow()).isPresent();
  }

  @Test
  void shouldShowAKeptSecretOnceToItsCreator_SEC_KEY_6() {
    // given
    NewSecret made =
        clients().create(OAuthFixture.attributes(), Set.of(), Showing.LATER, OAuthFixture.OPERATOR);
    String id = made.client().clientId();
    assertThat(made.plain()).isEmpty();
    assertThat(made.client().handover()).isTrue();
    // then
    assertThat(secrets().redeemHandover(id, Actor.operator("another"))).isEmpty();
    Optional<String> shown = secrets().redeemHandover(id, OAuthFixture.OPERATOR);
    assertThat(works(id, shown)).isTrue();
    assertThat(secrets().redeemHandover(id, OAuthFixture.OPERATOR)).isEmpty();
    assertThat(oauth.query("select handover_enc from oauth_client_secrets").stream())
        .noneMatch(text -> text != null && text.contains(shown.orElseThrow()));
    assertThat(
            oauth.query(
                "select event from oauth_events where event = 'secret_shown' and client_id = '%s'"
                    .formatted(id)))
        .hasSize(1);
  }

  @Test
  void shouldForgetAKeptSecretInTime() {
    // given
    NewSecret made =
        clients().create(OAuthFixture.attributes(), Set.of(), Showing.LATER, OAuthFixture.OPERATOR);
    // when
    oauth.clock().advance(Duration.ofHours(24));
    // then
    assertThat(secrets().redeemHandover(made.client().clientId(), OAuthFixture.OPERATOR)).isEmpty();
    oauth.clock().advance(Duration.ofHours(24).negated());
  }

  @Test
  void shouldShowASecretAtOnceWhenNoCopiesAreKept() {
    // given
    oauth.use(TestSettings.withHandover(Duration.ZERO));
    // when
    NewSecret made =
        clients().create(OAuthFixture.attributes(), Set.of(), Showing.LATER, OAuthFixture.OPERATOR);
    // then
    assertThat(works(made.client().clientId(), made.plain())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with:colon", "with blank", "é", "tab\t"})
  void shouldRefuseImportedIdsThatBasicCannotCarry(String clientId) {
    assertRefused(
        Kind.INVALID,
        () ->
            clients()
                .importClient(
                    new ExistingCredentials(clientId, "secret"),
                    OAuthFixture.attributes(),
                    Set.of(),
                    OAuthFixture.OPERATOR));
  }

  @Test
  void shouldBoundOverlapAndCommentWhateverTheDoor() {
    // given
    String id = oauth.createClient(Role.READ).client().clientId();
    // then
    for (long hours : new long[] {-1, 8761}) {
      var rotation = new Rotation(Duration.ofHours(hours), false, Showing.NOW);
      assertRefused(Kind.INVALID, () -> secrets().rotate(id, rotation, OAuthFixture.OPERATOR));
    }
    assertThat(clients().findClient(id).orElseThrow().secrets()).hasSize(1);
    for (String comment : List.of("x".repeat(4001), "a\0b")) {
      assertRefused(Kind.INVALID, () -> clients().disable(id, comment, OAuthFixture.OPERATOR));
      assertRefused(Kind.INVALID, () -> clients().enable(id, comment, OAuthFixture.OPERATOR));
    }
  }

  @Test
  void shouldAuditEveryChange_SEC_LOG_4() {
    // given
    NewSecret made = oauth.createClient(Role.READ);
    String id = made.client().clientId();
    // when
    clients().update(id, a -> a.withOwner("new"), OAuthFixture.OPERATOR);
    clients().setRoles(id, Set.of(), OAuthFixture.OPERATOR);
    secrets().rotate(id, PLAIN, OAuthFixture.OPERATOR);
    secrets().revoke(id, made.secret().id(), OAuthFixture.OPERATOR);
    clients().disable(id, "why", OAuthFixture.OPERATOR);
    clients().enable(id, "because", OAuthFixture.OPERATOR);
    clients().revokeTokens(id, OAuthFixture.OPERATOR);
    clients().delete(id, OAuthFixture.OPERATOR);
    // then
    assertThat(
            oauth.query(
                "select event from oauth_events where client_id = '%s' order by id".formatted(id)))
        .containsExactly(
            "client_created",
            "updated",
            "roles_changed",
            "secret_created",
            "secret_revoked",
            "disabled",
            "enabled",
            "token_revoked",
            "deleted");
    assertThat(
            oauth.query(
                "select detail from oauth_events where client_id = '%s' and event in ('disabled', 'enabled') order by id"
                    .formatted(id)))
        .containsExactly("why", "because");
  }
}
