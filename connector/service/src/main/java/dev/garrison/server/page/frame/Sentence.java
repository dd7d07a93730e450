package dev.garrison.server.page.frame;

import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Text of a page with elements in it, such as a link. The template {@code frame/sentence} writes
 * the parts of text, which JTE escapes, and the elements at their places.
 */
public record Sentence(List<Part> parts) {
  public Sentence {
    parts = List.copyOf(parts);
  }

  /**
   * Elements that a template can fill in. The place in the text has the same name in lower case.
   */
  public enum Slot {
    LINK('\uE000'),
    TIME('\uE001'),
    CODE('\uE002'),
    VALUE('\uE003'),
    DETAIL('\uE004'),
    /** Recorded text, which is English. */
    RECORDED('\uE005'),
    /** Time that has passed since a time, or is left until then. */
    DISTANCE('\uE006');

    /** Private-use character that marks the place of the element. */
    private final char mark;

    Slot(char mark) {
      this.mark = mark;
    }

    private String mark() {
      return String.valueOf(mark);
    }

    private static Optional<Slot> of(char mark) {
      return Arrays.stream(values()).filter(slot -> slot.mark == mark).findFirst();
    }
  }

  /**
   * A part of the text, or the place of an element.
   *
   * @param text empty for an element
   */
  public record Part(String text, Optional<Slot> slot) {
    /** Whether this is the place of this element. */
    public boolean is(Slot one) {
      return slot.filter(one::equals).isPresent();
    }
  }

  /**
   * The text of a key.
   *
   * @param places names and values in turn, without those of elements
   */
  public static Sentence of(String key, Object... places) {
    Object[] all =
        Stream.concat(
                Arrays.stream(places).map(Sentence::unmarked),
                Arrays.stream(Slot.values())
                    .flatMap(slot -> Stream.of(slot.name().toLowerCase(Locale.ROOT), slot.mark())))
            .toArray();
    return parsed(Text.of(key, all).shown());
  }

  /** A value of others could contain marks. */
  private static Object unmarked(Object value) {
    return switch (value) {
      case String text -> unmarked(text);
      case List<?> list -> list.stream().map(each -> unmarked(each.toString())).toList();
      default -> value;
    };
  }

  private static String unmarked(String text) {
    String clean = text;
    for (Slot slot : Slot.values()) {
      clean = clean.replace(slot.mark(), "");
    }
    return clean;
  }

  private static Sentence parsed(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      Optional<Slot> slot = Slot.of(text.charAt(at));
      if (slot.isPresent()) {
        parts.add(new Part(text.substring(from, at), Optional.empty()));
        parts.add(new Part("", slot));
        from = at + 1;
      }
    }
    parts.add(new Part(text.substring(from), Optional.empty()));
    return new Sentence(parts);
  }
}
