package dev.garrison.takeover.draft;

import java.util.List;

/**
 * A value for the manifest with what a person should know of it.
 *
 * @param notes become comments above it
 */
public record DraftValue<T>(T value, List<String> notes) {
  public DraftValue {
    notes = List.copyOf(notes);
  }

  /** A value that needs no word. */
  public static <T> DraftValue<T> plainly(T value) {
    return new DraftValue<>(value, List.of());
  }
}
