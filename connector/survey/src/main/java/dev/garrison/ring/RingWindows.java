package dev.garrison.ring;

import java.util.ArrayList;
import java.util.List;

/**
 * The servers of a ring whose maintenance windows are not as they should be (F12). Servers without
 * a client, obsolete records, exceptions, and servers that are onboarded already are not counted.
 *
 * @param servers all that are counted
 * @param none those without a general window: nothing holds an installation back on them
 * @param tooShort those whose general windows are all shorter than the maximum run time: they wait
 *     for ever
 */
public record RingWindows(int servers, Lack none, Lack tooShort) {
  /**
   * Some servers.
   *
   * @param names the first of them
   */
  public record Lack(int servers, List<String> names) {
    private static final int MOST_NAMES = 6;

    /** Nobody. */
    public static final Lack NONE = new Lack(0, List.of());

    public Lack {
      names = List.copyOf(names);
    }

    /** One more. */
    public Lack and(String name) {
      List<String> more = new ArrayList<>(names);
      if (more.size() < MOST_NAMES) {
        more.add(name);
      }
      return new Lack(servers + 1, more);
    }

    /** Whether there is any. */
    public boolean isAny() {
      return servers > 0;
    }

    /** Their names, and how many more there are. */
    public String listed() {
      int others = servers - names.size();
      return String.join(", ", names) + (others > 0 ? " and %d more".formatted(others) : "");
    }
  }

  /** Nothing is wrong. */
  public static final RingWindows FINE = new RingWindows(0, Lack.NONE, Lack.NONE);
}
