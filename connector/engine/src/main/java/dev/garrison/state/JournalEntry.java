package dev.garrison.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of a journal. Exactly one of {@code run}, {@code before}, {@code after} and {@code end}
 * is there.
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
    Optional<End> end) {
  private static final String AGREED = "agreedDigest";

  public JournalEntry {
    if (Stream.of(run, before, after, end).filter(Optional::isPresent).count() != 1) {
      throw new IllegalArgumentException("an entry tells one thing");
    }
  }

  /** A write is about to happen to what is in {@code seen}. */
  public record Before(String address, String action, Seen seen) {}

  /** A write was carried out and this is how the object looks now. */
  public record After(String address, String action, String result, String detail, Seen seen) {}

  /** The run ended by itself; a run without it was cut. */
  public record End(int done, int failed, int waiting) {}

  /**
   * An observation, or what is known of a deed: something that no undo takes back, such as a script
   * that runs on a server. A deed's address is what it is done to. It has a line before it is done
   * and one after, and a second one after where what came of it shows later.
   *
   * @param kind missing, found, ambiguous, unreadable or deed
   * @param state the modelled state, when found; the facts of a deed
   * @param unmodelled the rest that must be kept, when found
   */
  public record Seen(
      String kind, String id, String owner, Optional<ObjectNode> state, String unmodelled) {
    private static final String DEED = "deed";

    static Seen ofDeed(ObjectNode facts) {
      return new Seen(DEED, "", "", Optional.of(facts), "");
    }

    /** Whether there is nothing to take back. */
    public boolean isDeed() {
      return kind.equals(DEED);
    }
  }

  /**
   * Reads a line of this or an earlier version, whose runs had no second digest.
   *
   * @throws dev.garrison.json.JsonException when it is no journal entry
   */
  static JournalEntry read(Json json, String line) {
    JsonNode tree = json.parse(line);
    if (tree.path("run") instanceof ObjectNode run && !run.has(AGREED)) {
      run.putNull(AGREED);
    }
    return json.read(tree, JournalEntry.class);
  }
}
