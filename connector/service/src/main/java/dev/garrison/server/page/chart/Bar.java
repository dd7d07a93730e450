package dev.garrison.server.page.chart;

import java.util.ArrayList;
import java.util.List;

/** A bar of parts; its width is 100. */
public record Bar(List<Slice> slices) {
  private static final double WHOLE = 100.0;

  public Bar {
    slices = List.copyOf(slices);
  }

  /**
   * A count that a bar shows.
   *
   * @param group of states
   * @param title the count in words
   * @param link to what is counted
   */
  public record Part(String group, int count, String title, String link) {}

  /**
   * The bar of these counts.
   *
   * @param parts in their order; counts of zero use no space
   * @param whole the count that fills the complete width
   */
  public static Bar of(List<Part> parts, int whole) {
    List<Slice> slices = new ArrayList<>();
    double from = 0;
    for (Part part : parts) {
      if (part.count() > 0) {
        double width = part.count() * WHOLE / Math.max(1, whole);
        slices.add(new Slice(style(part.group()), part.title(), part.link(), from, width));
        from += width;
      }
    }
    return new Bar(slices);
  }

  /** Style class for the color of a group of states. */
  public static String style(String group) {
    return "g-" + group.replace(' ', '-');
  }
}
