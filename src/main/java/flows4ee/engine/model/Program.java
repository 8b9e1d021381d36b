package flows4ee.engine.model;

import java.util.Optional;

/**
 * What an automatic task runs.
 *
 * @param type the {@code apex:type} attribute, such as {@code executePlsql}
 * @param script the block of {@code executePlsql}
 * @param handler name of a Java handler ({@code f4ee:handler}); wins over the rest
 */
public record Program(Optional<String> type, Optional<Script> script, Optional<String> handler) {}
