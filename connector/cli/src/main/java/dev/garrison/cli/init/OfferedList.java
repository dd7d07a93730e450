package dev.garrison.cli.init;

import dev.garrison.cli.output.Cells;
import dev.garrison.cli.output.ScreenText;
import dev.garrison.diagnostic.VisibleText;
import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;

/** Numbered list of names, of which an answer may be a number. */
final class OfferedList {
  /** The most names on one screen. */
  static final int MOST = 15;

  private static final int NUMBER_WIDTH = 4;
  private static final int NAME_WIDTH = 70;
  private static final String GAP = "  ";

  private OfferedList() {}

  /** The names that are shown. */
  static List<OfferedNames.Name> shown(List<OfferedNames.Name> names) {
    return names.subList(0, Math.min(MOST, names.size()));
  }

  /** One line for each name that is shown, and one for the others. */
  static List<String> lines(List<OfferedNames.Name> names) {
    List<OfferedNames.Name> shown = shown(names);
    int nameWidth = Cells.widest(shown.stream().map(OfferedList::name));
    int idWidth = Cells.widest(shown.stream().map(OfferedNames.Name::id));
    List<String> lines = new ArrayList<>();
    for (OfferedNames.Name name : shown) {
      String number = ScreenText.right(String.valueOf(lines.size() + 1), NUMBER_WIDTH);
      String line =
          number
              + GAP
              + ScreenText.padded(name(name), nameWidth)
              + GAP
              + ScreenText.padded(name.id(), idWidth);
      lines.add(
          name.members().isEmpty()
              ? line.stripTrailing()
              : line
                  + GAP
                  + Text.of("init.members", "members", name.members().getAsLong()).shown());
    }
    if (names.size() > shown.size()) {
      int more = names.size() - shown.size();
      lines.add(" ".repeat(NUMBER_WIDTH) + GAP + Text.of("init.more", "count", more).shown());
    }
    return lines;
  }

  private static String name(OfferedNames.Name name) {
    return Cells.cut(VisibleText.line(name.name()), NAME_WIDTH);
  }
}
