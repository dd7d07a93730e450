package dev.garrison.server.page.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bar of parts; its width is 100. */
public record Bar(List<Slice> slices) {
  private static final double WHOLE = 100.0;

  public Bar {
    slices = List.copyOf(slices);
  }

  /**
   * The bar of these counts.
   *
   * @param counts by name, in their order; counts of zero use no space
   * @param whole the count that fills the complete width
   */
  public static Bar of(Map<String, Integer> counts, int whole) {
    List<Slice> slices = new ArrayList<>();
    double from = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > 0) {
        double width = count.getValue() * WHOLE / Math.max(1, whole);
        slices.add(new Slice(style(count.getKey()), count.getKey(), count.getValue(), from, width));
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
