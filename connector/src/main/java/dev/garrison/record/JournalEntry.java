package dev.garrison.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
   * An observation.
   *
   * @param kind missing, found, ambiguous or unreadable
   * @param state the modelled state, when found
   * @param unmodelled the rest that must be kept, when found
   */
  public record Seen(
      String kind, String id, String owner, Optional<ObjectNode> state, String unmodelled) {}
}
