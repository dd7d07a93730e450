package dev.garrison.cli.fleet;

import dev.garrison.cli.output.Html;
import dev.garrison.fleet.ServerState.Group;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One bar for each row, divided by groups of states, as SVG within a page. What a colour says is
 * written in the bar or in its title, so that it can be printed without colours and read aloud.
 */
final class ShareChart {
  private static final int WIDTH = 800;
  private static final int LABEL = 230;
  private static final int COUNT = 70;
  private static final int ROW = 30;
  private static final int BAR = 20;

  /** A segment that is narrower cannot hold its number. */
  private static final int LEAST_FOR_NUMBER = 26;

  private static final int LONGEST_LABEL = 28;

  private ShareChart() {}

  /**
   * The chart.
   *
   * @param title for who cannot see it
   * @param rows servers by group, for each label
   */
  static String render(String title, Map<String, Map<Group, Integer>> rows) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg role=\"img\" viewBox=\"0 0 %d %d\"><title>%s</title>\n"
            .formatted(WIDTH, rows.size() * ROW, Html.text(title)));
    int top = 0;
    for (Map.Entry<String, Map<Group, Integer>> row : rows.entrySet()) {
      row(svg, row.getKey(), row.getValue(), top);
      top += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private static void row(StringBuilder svg, String label, Map<Group, Integer> groups, int top) {
    int all = groups.values().stream().mapToInt(Integer::intValue).sum();
    svg.append("<text x=\"0\" y=\"%d\">%s</text>".formatted(top + 15, Html.text(shortened(label))));
    double left = LABEL;
    double whole = WIDTH - LABEL - COUNT;
    for (Group group : Group.values()) {
      int servers = groups.getOrDefault(group, 0);
      if (servers > 0) {
        double width = whole * servers / all;
        segment(svg, group, servers, left, width, top);
        left += width;
      }
    }
    svg.append("<text x=\"%d\" y=\"%d\">%d</text>\n".formatted(WIDTH - COUNT + 6, top + 15, all));
  }

  private static void segment(
      StringBuilder svg, Group group, int servers, double left, double width, int top) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<g><title>%s: %d</title><rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
            StatusScreen.name(group),
            servers,
            style(group),
            left,
            top,
            width,
            BAR));
    if (width >= LEAST_FOR_NUMBER) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text class=\"n %s\" x=\"%.1f\" y=\"%d\">%d</text>",
              style(group),
              left + width / 2,
              top + 15,
              servers));
    }
    svg.append("</g>");
  }

  /** The legend of the colors. */
  static String legend() {
    return Arrays.stream(Group.values())
        .map(group ->
            "<span class=\"k\"><svg viewBox=\"0 0 12 12\"><rect class=\"%s\" width=\"12\" height=\"12\"/></svg> %s</span>"
                .formatted(style(group), StatusScreen.name(group)))
        .collect(Collectors.joining("\n", "<p>", "</p>\n"));
  }

  private static String style(Group group) {
    return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL
        ? label
        : label.substring(0, LONGEST_LABEL - 3).strip() + "...";
  }
}
