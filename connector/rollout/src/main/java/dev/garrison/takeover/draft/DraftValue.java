package dev.garrison.takeover.draft;

import java.util.List;

/**
 * A value for the manifest, with notes for a person.
 *
 * @param notes become comments above it
 */
public record DraftValue<T>(T value, List<String> notes) {
  public DraftValue {
    notes = List.copyOf(notes);
  }

  /** A value without notes. */
  public static <T> DraftValue<T> plainly(T value) {
    return new DraftValue<>(value, List.of());
  }
}
