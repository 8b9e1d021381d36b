package flows4ee.admin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flows4ee.admin.console.ConsoleModule.Rules;
import flows4ee.admin.console.ConsoleModule.Stores;
import flows4ee.admin.console.ConsoleSessions.ConsoleSession;
import flows4ee.admin.console.ConsoleUserException.Kind;
import flows4ee.admin.console.ConsoleUsers.Credentials;
import flows4ee.oauth.Actor;
import flows4ee.oauth.DerivationLimit;
import flows4ee.oauth.Role;
import flows4ee.oauth.SettableClock;
import flows4ee.persistence.JpaConsoleUserRepository;
import flows4ee.persistence.SqlSessionStore;
import flows4ee.persistence.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts, sign-in and sessions over their tables; the subclasses name the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsoleAccountsTest {

  /** On the embedded database. */
  static final class OnH2Test extends ConsoleAccountsTest {
    @Override
    TestDatabase open() {
      return TestDatabase.h2();
    }
  }

  /** On PostgreSQL. */
  static final class OnPostgresqlTest extends ConsoleAccountsTest {
    @Override
    TestDatabase open() {
      return TestDatabase.postgresql();
    }
  }

  private static final Actor OPERATOR = Actor.operator("operator");
  private static final String ADDRESS = "192.0.2.1";
  private static final Credentials ADA = new Credentials("Ada", "analytical engine");

  private final SettableClock clock = SettableClock.atNoon();
  private TestDatabase database;
  private ConsoleModule console;
  private int iterations;

  abstract TestDatabase open();

  @BeforeAll
  void openDatabase() {
    database = open();
  }

  @AfterAll
  void closeDatabase() throws IOException {
    database.close();
  }

  @BeforeEach
  void emptyTables() throws SQLException {
    for (var table :
        new String[] {
          "console_sessions", "console_user_roles", "console_users", "console_setup", "oauth_events"
        }) {
      execute("delete from " + table);
    }
    iterations = 1000;
    console = module();
  }

  /** Another node on the same database. */
  private ConsoleModule module() {
    return new ConsoleModule(
        new Stores(
            new JpaConsoleUserRepository(database.transactions()),
            new SqlSessionStore(database.dataSource())),
        new Rules(
            DerivationLimit.onDaemonThreads(),
            () -> iterations,
            () -> new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12))),
        clock);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String one(String sql) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private ConsoleSession signedIn() {
    console.users().create(ADA, EnumSet.of(Role.READ), OPERATOR);
    return console.sessions().signIn(ADA, ADDRESS);
  }

  private boolean isAlive(ConsoleSession session) {
    return console.sessions().find(session.token(), false).isPresent();
  }

  @Test
  void shouldKeepOnlyHashes() throws SQLException {
    // given
    iterations = 210_000;
    // when
    var session = signedIn();
    // then
    assertThat(one("select password_hash from console_users"))
        .matches("pbkdf2-sha512\\$210000\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{86}");
    assertThat(one("select token_hash from console_sessions"))
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(session.token().csrfToken());
    assertThat(one("select count(*) from oauth_events where event = 'console_signed_in'"))
        .isEqualTo("1");
  }

  @Test
  void shouldKnowTheSessionOnEveryNode_SEC_WEB_5() {
    // given
    var session = signedIn();
    var otherNode = module();
    // then
    assertThat(otherNode.sessions().find(session.token(), true))
        .map(ConsoleSession::principal)
        .contains(new ConsolePrincipal("Ada", Set.of(Role.READ)));
    // when
    otherNode.sessions().signOut(session, ADDRESS);
    // then
    assertThat(isAlive(session)).isFalse();
  }

  @Test
  void shouldGiveTheRolesTheUserHoldsNow() {
    // given
    var session = signedIn();
    // when
    console.users().setRoles("ADA", EnumSet.of(Role.WRITE, Role.MESSAGES), OPERATOR);
    // then
    assertThat(console.sessions().find(session.token(), true).orElseThrow().principal().groups())
        .containsExactlyInAnyOrder(
            "Flows for Apex - Write", "Flows for Apex - Messages", "flows-admin");
  }

  @Test
  void shouldEndAfterThirtyMinutesWithoutUse_SEC_WEB_5() {
    // given
    var session = signedIn();
    clock.advance(Duration.ofMinutes(29));
    assertThat(console.sessions().find(session.token(), true)).isPresent();
    clock.advance(Duration.ofMinutes(29));
    assertThat(console.sessions().find(session.token(), false)).isPresent();
    // when: the second read was none of a person
    clock.advance(Duration.ofMinutes(2));
    // then
    assertThat(isAlive(session)).isFalse();
  }

  @Test
  void shouldEndTwelveHoursAfterSignIn_SEC_WEB_5() throws SQLException {
    // given
    var session = signedIn();
    for (int i = 0; i < 25; i++) {
      clock.advance(Duration.ofMinutes(28));
      assertThat(console.sessions().find(session.token(), true)).isPresent();
    }
    // when
    clock.advance(Duration.ofMinutes(21));
    // then
    assertThat(isAlive(session)).isFalse();
    console.sessions().purge();
    assertThat(one("select count(*) from console_sessions")).isEqualTo("0");
  }

  @Test
  void shouldEndSessionsWhenTheUserIsDisabledOrHisPasswordChanges() {
    // given
    var first = signedIn();
    // when
    console.users().disable("ada", OPERATOR);
    // then
    assertThat(isAlive(first)).isFalse();
    assertThatThrownBy(() -> console.sessions().signIn(ADA, ADDRESS)).hasMessage("Sign-in failed");
    // when
    console.users().enable("ada", OPERATOR);
    var second = console.sessions().signIn(ADA, ADDRESS);
    var changed = new Credentials("ada", "difference engine");
    console.users().setPassword(changed, OPERATOR);
    // then
    assertThat(isAlive(first)).isFalse();
    assertThat(isAlive(second)).isFalse();
    assertThat(isAlive(console.sessions().signIn(changed, ADDRESS))).isTrue();
  }

  @Test
  void shouldDeleteTheUserWithHisSessions() throws SQLException {
    // given
    var session = signedIn();
    // when
    console.users().delete("Ada", OPERATOR);
    // then
    assertThat(isAlive(session)).isFalse();
    assertThat(console.users().findUsers()).isEmpty();
    assertThat(one("select detail from oauth_events where event = 'console_user_deleted'"))
        .isEqualTo("Ada");
  }

  @Test
  void shouldDelayGuessesButNotFromElsewhere_SEC_WEB_8() {
    // given
    console.users().create(ADA, Set.of(), OPERATOR);
    var guess = new Credentials("ada", "a wrong password");
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> console.sessions().signIn(guess, ADDRESS))
          .hasMessage("Sign-in failed");
    }
    // then
    assertThatThrownBy(() -> console.sessions().signIn(ADA, ADDRESS))
        .isInstanceOfSatisfying(
            SignInException.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(1)));
    assertThat(console.sessions().signIn(ADA, "192.0.2.2")).isNotNull();
    clock.advance(Duration.ofSeconds(10));
    assertThat(console.sessions().signIn(ADA, ADDRESS)).isNotNull();
  }

  @Test
  void shouldStrengthenAHashAtTheNextSignIn() throws SQLException {
    // given
    console.users().create(ADA, Set.of(), OPERATOR);
    iterations = 2000;
    // when
    console.sessions().signIn(ADA, ADDRESS);
    // then
    assertThat(one("select password_hash from console_users")).startsWith("pbkdf2-sha512$2000$");
    assertThat(console.sessions().signIn(ADA, ADDRESS)).isNotNull();
    assertThat(console.users().findUsers().get(0).lastLoginAt()).contains(clock.instant());
  }

  @Test
  void shouldRefuseANameInUseInAnyCase() {
    console.users().create(ADA, Set.of(), OPERATOR);
    var again = new Credentials("aDA", "another password");
    assertThatThrownBy(() -> console.users().create(again, Set.of(), OPERATOR))
        .isInstanceOfSatisfying(
            ConsoleUserException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " Ada", "A\u0000", "A\nB", "A\u202eB", "A\ud800"})
  void shouldRefuseBadNames(String name) {
    var credentials = new Credentials(name, "a long enough password");
    assertThatThrownBy(() -> console.users().create(credentials, Set.of(), OPERATOR))
        .isInstanceOfSatisfying(
            ConsoleUserException.class, e -> assertThat(e.attribute()).isEqualTo("name"));
    assertThatThrownBy(() -> console.sessions().signIn(credentials, ADDRESS))
        .hasMessage("Sign-in failed");
  }

  @Test
  void shouldRefuseBadPasswords() {
    for (var password : new String[] {"elevenchars", "x".repeat(129), "THE SAME NAME"}) {
      var credentials = new Credentials("the same name", password);
      assertThatThrownBy(() -> console.users().create(credentials, Set.of(), OPERATOR))
          .isInstanceOfSatisfying(
              ConsoleUserException.class, e -> assertThat(e.attribute()).isEqualTo("password"));
    }
  }

  @Test
  void shouldTellWhenNoUserHasTheName() {
    assertThatThrownBy(() -> console.users().disable("nobody", OPERATOR))
        .hasMessage("No console user nobody");
  }

  @Test
  void shouldMakeTheFirstAdministratorByTheNewestLinkOnce() {
    // given
    var older = console.firstUser().offer().orElseThrow().text();
    var link = console.firstUser().offer().orElseThrow().text();
    assertThatThrownBy(() -> console.firstUser().redeem(older, ADA, ADDRESS))
        .hasMessage("Setup link not valid");
    // when
    var session = console.firstUser().redeem(link, ADA, ADDRESS);
    // then
    assertThat(session.principal().roles()).containsExactlyInAnyOrder(Role.values());
    assertThat(isAlive(session)).isTrue();
    var second = new Credentials("second", "another password");
    assertThatThrownBy(() -> console.firstUser().redeem(link, second, ADDRESS))
        .hasMessage("Setup link not valid");
    assertThat(console.firstUser().offer()).isEmpty();
  }

  @Test
  void shouldKeepTheLinkAfterABadPassword() {
    // given
    var link = console.firstUser().offer().orElseThrow().text();
    var weak = new Credentials("Ada", "short");
    // then
    assertThatThrownBy(() -> console.firstUser().redeem(link, weak, ADDRESS))
        .isInstanceOf(ConsoleUserException.class);
    assertThat(console.firstUser().redeem(link, ADA, ADDRESS)).isNotNull();
  }

  @Test
  void shouldEndTheLinkAfterADayOrWithAnAdministrator() {
    // given
    var late = console.firstUser().offer().orElseThrow().text();
    clock.advance(Duration.ofHours(24));
    assertThatThrownBy(() -> console.firstUser().redeem(late, ADA, ADDRESS))
        .hasMessage("Setup link not valid");
    // when
    var link = console.firstUser().offer().orElseThrow().text();
    console.users().create(ADA, EnumSet.of(Role.ADMIN), OPERATOR);
    // then
    var second = new Credentials("second", "another password");
    assertThatThrownBy(() -> console.firstUser().redeem(link, second, ADDRESS))
        .hasMessage("Setup link not valid");
  }

  @Test
  void shouldTakeOnlyTokensOfTheirForm() {
    assertThat(SessionToken.of("A".repeat(42))).isEqualTo(Optional.empty());
    assertThat(SessionToken.of("A".repeat(42) + "=")).isEmpty();
    assertThat(SessionToken.of("A".repeat(43)).orElseThrow()).hasToString("SessionToken[...]");
  }
}
