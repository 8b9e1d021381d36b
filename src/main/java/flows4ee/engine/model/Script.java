package flows4ee.engine.model;

/**
 * A PL/SQL block of a diagram ({@code apex:executePlsql}).
 *
 * @param binds whether {@code :F4A$} binds are available; substitution always is
 */
public record Script(String code, boolean binds) {}
