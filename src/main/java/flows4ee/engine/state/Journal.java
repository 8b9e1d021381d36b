package flows4ee.engine.state;

import java.util.ArrayList;
import java.util.List;

/** What takes back the changes of a call, in the order they were made. */
final class Journal {

  private final List<Runnable> undo = new ArrayList<>();

  void add(Runnable takeBack) {
    undo.add(takeBack);
  }

  int mark() {
    return undo.size();
  }

  void rollbackTo(int mark) {
    while (undo.size() > mark) {
      undo.remove(undo.size() - 1).run();
    }
  }

  void clear() {
    undo.clear();
  }
}
