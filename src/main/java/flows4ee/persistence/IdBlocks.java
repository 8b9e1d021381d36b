package flows4ee.persistence;

import flows4ee.engine.state.IdKind;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Ids of each kind, handed out from blocks that the sequences give. */
final class IdBlocks {

  private static final int BLOCK = 50;

  private final Map<IdKind, Block> blocks = new EnumMap<>(IdKind.class);

  IdBlocks() {
    for (var kind : IdKind.values()) {
      blocks.put(kind, new Block(sequence(kind)));
    }
  }

  long next(IdKind kind, Session session) {
    return blocks.get(kind).next(session);
  }

  private static String sequence(IdKind kind) {
    return "flow_" + kind.name().toLowerCase(Locale.ROOT) + "_ids";
  }

  /** The unused ids of one sequence. */
  private static final class Block {

    private final String sequence;
    private long next;
    private long end;

    Block(String sequence) {
      this.sequence = sequence;
    }

    synchronized long next(Session session) {
      if (next == end) {
        String sql = session.dialect().nextValue(sequence);
        next = session.findOne(sql, RowReader::number).orElseThrow();
        end = next + BLOCK;
      }
      return next++;
    }
  }
}
