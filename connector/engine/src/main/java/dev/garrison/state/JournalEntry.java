package dev.garrison.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.JsonForm;
import dev.garrison.json.Recorded;
import dev.garrison.language.Text;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of a journal. Exactly one of {@code run}, {@code before}, {@code after} and {@code end}
 * is there; none in a line of a later version, which may record something else.
 *
 * @param sequence counted from 1 within the run
 * @param previous digest of the line before, across runs; empty only in the very first line
 */
public record JournalEntry(
    int sequence,
    String previous,
    Optional<Run> run,
    Optional<Before> before,
    Optional<After> after,
    Optional<End> end)
    implements JsonForm {
  /**
   * Format of the lines, which the first line of each journal names. In the first format, which was
   * not named, states had no number of their own.
   */
  public static final String FORMAT = "garrison-journal/2";

  public JournalEntry {
    if (Stream.of(run, before, after, end).filter(Optional::isPresent).count() > 1) {
      throw new IllegalArgumentException("an entry tells one thing");
    }
  }

  /** A write is about to happen to the object in {@code seen}. */
  public record Before(String address, String action, Seen seen) implements JsonForm {}

  /** A write was carried out; {@code seen} is the object afterwards. */
  public record After(String address, String action, String result, String detail, Seen seen)
      implements JsonForm {}

  /** The run ended normally; a run without this line was interrupted. */
  public record End(int done, int failed, int waiting) implements JsonForm {}

  /**
   * Observation of an object, or the known facts of a deed. A deed is an action that no undo takes
   * back, such as a script that runs on a server. Its address is the object that it is done to. It
   * has a line before it is done and one after, and a second one after if its result shows later.
   *
   * @param kind missing, found, ambiguous, unreadable or deed
   * @param form the number of the state's form; absent where there is no state, and in the first
   *     form of journals, whose states have the first form
   * @param state the modeled state, when found; the facts of a deed
   * @param unmodelled the rest that must be kept, when found
   */
  public record Seen(
      String kind,
      String id,
      String owner,
      Optional<Integer> form,
      Optional<ObjectNode> state,
      String unmodelled)
      implements JsonForm {
    static final String MISSING = "missing";

    private static final String DEED = "deed";
    private static final int FIRST_FORM = 1;

    static Seen ofDeed(ObjectNode facts) {
      return new Seen(DEED, "", "", Optional.empty(), Optional.of(facts), "");
    }

    /**
     * The state as the program works with it; empty when the object did not exist.
     *
     * @throws JsonException when it is not one that this version can read
     */
    public <S extends Record> Optional<Recorded<S>> state(Json json, StateForm<S> kind) {
      return state.map(tree -> kind.read(json, form.orElse(FIRST_FORM), tree));
    }

    /** Whether the object did not exist. */
    public boolean isMissing() {
      return kind.equals(MISSING);
    }

    /** Whether this is a deed, which an undo cannot take back. */
    public boolean isDeed() {
      return kind.equals(DEED);
    }
  }

  /**
   * Reads a line of this or another version.
   *
   * @throws JsonException when it is no journal entry
   */
  static Recorded<JournalEntry> read(Json json, String line) {
    Recorded<JournalEntry> entry = json.recorded(json.parse(line), JournalEntry.class);
    if (entry.value().isEmpty() && entry.unknown().isEmpty()) {
      throw new JsonException(Text.of("json.nothing"));
    }
    return entry;
  }

  private boolean isEmpty() {
    return Stream.of(run, before, after, end).allMatch(Optional::isEmpty);
  }
}
