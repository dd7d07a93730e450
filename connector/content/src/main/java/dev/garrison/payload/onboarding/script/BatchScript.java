package dev.garrison.payload.onboarding.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Effects of a batch script on Defender for Endpoint's policy key, and whether it asks questions.
 * Line ends may be those of Windows or not; {@code reg} is called by name or by path.
 *
 * @param writes the values that it adds, in order
 * @param unreadable lines, counted from 1, that name that key and a value and cannot be read with
 *     certainty
 * @param overlong lines, counted from 1, that are longer than {@link #LONGEST_LINE} and were not
 *     read
 * @param interactive whether it waits for a person, as the script for local use does
 * @param expedited whether it sets {@code latency}, as the script for local use does
 * @param whole whether it reaches the exit with which every script of the portal ends
 * @see <a href="https://learn.microsoft.com/defender-endpoint/configure-endpoints-script">Onboard
 *     devices using a local script</a>
 */
public record BatchScript(
    List<RegistryWrite> writes,
    List<Integer> unreadable,
    List<Integer> overlong,
    boolean interactive,
    boolean expedited,
    boolean whole) {
  /**
   * Longest line, in characters. The largest blob has 64 Ki of them, twice as many with its
   * quotation marks escaped; the line of the portal has about 16 Ki.
   */
  static final int LONGEST_LINE = 256 * 1024;

  private static final String POLICY_KEY =
      "\\software\\policies\\microsoft\\windows advanced threat protection";
  // Looked for one after the other: each is found in steps that grow with the line alone.
  private static final Pattern ADD = Pattern.compile("(?i)\\badd\\b");
  private static final Pattern KEY =
      Pattern.compile("(?i)windows advanced threat protection\"?\\s");
  private static final Pattern VALUE = Pattern.compile("(?i)onboardinginfo|696c1fa1-");
  private static final Pattern PAUSE = Pattern.compile("(?i)\\s*+@?\\s*+pause\\b");
  private static final Pattern QUESTION =
      Pattern.compile("(?i)\\bset\\s++/p\\s++\"?\\w++=(?!\\s*+<)");
  private static final Pattern EXIT =
      Pattern.compile("(?i)\\s*+@?exit\\s++/b\\s++%errorcode%\\s*+");
  private static final List<String> TALK = List.of("rem", "echo", "echo.", "title");

  public BatchScript {
    writes = List.copyOf(writes);
    unreadable = List.copyOf(unreadable);
    overlong = List.copyOf(overlong);
  }

  /** Reads a script; accepts any text. */
  public static BatchScript read(String text) {
    Lines lines = new Lines();
    int number = 0;
    for (String line : text.replace("\r", "").split("\n", -1)) {
      lines.read(line, ++number);
    }
    return new BatchScript(
        lines.writes,
        lines.unreadable,
        lines.overlong,
        lines.interactive,
        lines.expedited,
        lines.whole);
  }

  /** Whether the line, as far as it can be determined, adds a value that holds a blob. */
  static boolean addsValue(CharSequence line) {
    Matcher found = ADD.matcher(line);
    return found.find() && found.usePattern(KEY).find() && found.usePattern(VALUE).find();
  }

  /** Whether the line waits for a person. */
  static boolean asks(CharSequence line) {
    return PAUSE.matcher(line).lookingAt() || QUESTION.matcher(line).find();
  }

  /** Whether the line is the last line of the portal's scripts. */
  static boolean ends(CharSequence line) {
    return EXIT.matcher(line).matches();
  }

  /** Data of the value with this name, for each time that it is written. */
  public List<String> written(String name) {
    return writes.stream()
        .filter(write -> write.name().equalsIgnoreCase(name))
        .map(RegistryWrite::data)
        .toList();
  }

  /** State of the reading. */
  private static final class Lines {
    private final List<RegistryWrite> writes = new ArrayList<>();
    private final List<Integer> unreadable = new ArrayList<>();
    private final List<Integer> overlong = new ArrayList<>();
    private boolean interactive;
    private boolean expedited;
    private boolean whole;

    void read(String line, int number) {
      if (line.length() > LONGEST_LINE) {
        overlong.add(number);
        return;
      }
      interactive |= asks(line);
      whole |= ends(line);
      if (!line.toLowerCase(Locale.ROOT).contains(POLICY_KEY)) {
        return;
      }
      Optional<List<String>> arguments = CommandLine.parse(line);
      if (arguments.isEmpty()) {
        if (addsValue(line)) {
          unreadable.add(number);
        }
        return;
      }
      Optional<RegistryWrite> write = write(arguments.get());
      write
          .filter(found -> found.data().replace("%%", "").contains("%"))
          .ifPresent(_ -> unreadable.add(number));
      write
          .map(found -> new RegistryWrite(found.name(), found.data().replace("%%", "%")))
          .ifPresent(writes::add);
      expedited |= write.filter(found -> found.name().equalsIgnoreCase("latency")).isPresent();
    }

    private static Optional<RegistryWrite> write(List<String> arguments) {
      if (arguments.isEmpty() || isTalk(arguments.getFirst())) {
        return Optional.empty();
      }
      for (int i = 0; i + 2 < arguments.size(); i++) {
        if (isReg(arguments.get(i))
            && arguments.get(i + 1).equalsIgnoreCase("add")
            && isPolicyKey(arguments.get(i + 2))) {
          return options(arguments.subList(i + 3, arguments.size()));
        }
      }
      return Optional.empty();
    }

    private static Optional<RegistryWrite> options(List<String> options) {
      String name = "";
      String data = "";
      for (int i = 0; i + 1 < options.size(); i++) {
        switch (options.get(i).toLowerCase(Locale.ROOT)) {
          case "/v" -> name = options.get(++i);
          case "/d" -> data = options.get(++i);
          case "/t", "/s" -> i++;
          default -> {
            // A switch without a value, such as /f.
          }
        }
      }
      return name.isEmpty() ? Optional.empty() : Optional.of(new RegistryWrite(name, data));
    }

    private static boolean isTalk(String first) {
      return TALK.contains(bare(first)) || first.startsWith("::");
    }

    private static String bare(String word) {
      return (word.startsWith("@") ? word.substring(1) : word).toLowerCase(Locale.ROOT);
    }

    private static boolean isReg(String program) {
      String name = bare(program);
      name = name.substring(name.lastIndexOf('\\') + 1);
      return name.equals("reg") || name.equals("reg.exe");
    }

    private static boolean isPolicyKey(String key) {
      String name = key.toLowerCase(Locale.ROOT);
      return name.equals("hklm" + POLICY_KEY) || name.equals("hkey_local_machine" + POLICY_KEY);
    }
  }
}
