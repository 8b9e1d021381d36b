package flows4ee.server;

/** Name and password of a person at the console of the server under test. */
public record ConsoleUser(String name, String password) {}
