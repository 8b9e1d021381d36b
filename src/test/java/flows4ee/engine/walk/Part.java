package flows4ee.engine.walk;

/** A part of a drawing that is entered at one element and left at one. */
record Part(String first, String last) {

  static Part of(String id) {
    return new Part(id, id);
  }
}
