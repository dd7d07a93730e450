package dev.garrison.ring;

import dev.garrison.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Servers of a ring whose maintenance windows are missing or too short (F12). Servers without a
 * client, obsolete records, exceptions, and servers that are onboarded already are not counted.
 *
 * @param servers all that are counted
 * @param none those without a general window: an installation on them is not held back
 * @param tooShort those whose general windows are all shorter than the maximum run time: they wait
 *     forever
 */
public record RingWindows(int servers, Lack none, Lack tooShort) {
  /**
   * Number of servers with the same problem.
   *
   * @param names the first of them
   */
  public record Lack(int servers, List<String> names) {
    private static final int MOST_NAMES = 6;

    /** No servers. */
    public static final Lack NONE = new Lack(0, List.of());

    public Lack {
      names = List.copyOf(names);
    }

    /** Adds one server. */
    public Lack and(String name) {
      List<String> more = new ArrayList<>(names);
      if (more.size() < MOST_NAMES) {
        more.add(name);
      }
      return new Lack(servers + 1, more);
    }

    /** Adds others, of whom only the first are known by name. */
    public Lack with(Lack others) {
      return new Lack(
          servers + others.servers,
          Stream.concat(names.stream(), others.names.stream()).limit(MOST_NAMES).toList());
    }

    /** Checks whether there are any servers. */
    public boolean isAny() {
      return servers > 0;
    }

    /** Names of the servers, and the number of others. */
    public String listed() {
      int others = servers - names.size();
      return others == 0
          ? String.join(", ", names)
          : Text.of("update-point.more", "servers", names, "count", others).toString();
    }
  }

  /** No problems. */
  public static final RingWindows FINE = new RingWindows(0, Lack.NONE, Lack.NONE);
}
