package dev.garrison.payload.onboarding.script;

import dev.garrison.digest.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds commands of a batch file that no published onboarding or offboarding script has. The script
 * is not signed: a line added to it changes nothing that can be proven.
 *
 * @see <a href="https://learn.microsoft.com/defender-endpoint/configure-endpoints-script">Onboard
 *     devices using a local script</a>
 */
public final class ScriptCommands {
  private static final int LONGEST = 60;
  private static final int MOST_LAYERS = 8;
  private static final String SYSTEM = "%windir%\\system32\\";
  private static final Set<String> SCRATCH =
      Set.of("%tmp%\\sensetmp.txt", "%windir%\\temp\\sensetmp.txt");
  private static final Set<String> TALK = Set.of("echo", "echo.", "rem", "goto", "exit", "pause");

  /** Complete commands: programs with the only arguments that published scripts use. */
  private static final Set<String> WHOLE =
      Set.of(
          "net session",
          "net start sense",
          "sc query \"sense\"",
          "timeout 5",
          "timeout 10",
          "del %tmp%\\sensetmp.txt",
          "del %windir%\\temp\\sensetmp.txt",
          "set powershellpath=%windir%\\system32\\windowspowershell\\v1.0\\powershell.exe",
          "set powershellpath=%windir%\\sysnative\\windowspowershell\\v1.0\\powershell.exe",
          "\"%programfiles%\\windows defender\\mpcmdrun.exe\" -reloadengine");

  /**
   * SHA-256 of long commands, in lower case and with single spaces: the C# code and a descriptor.
   */
  private static final Set<String> DIGESTS =
      Set.of(
          "5ea605ed808fe5df0a2017b74e26298667e1e0da5db3fca4e045be0cae8a8df4",
          "b136001055ad4e93138ecd35ebe6ff42fb25df42aa49f2e7371fe29361717c75",
          "a8fc79c67fdf7eff52dd98815ef16ee85bdd86888d5d6c3a5a1d0f80caa09e7b",
          "844a15fc4d12c90c36d78c36a83c02970fefb6ebf9ebeb5b3607bacb9b6c74fb",
          "2d6f889fb2913a930766482b0a95cb6f6a8b9b458a8ee09d8d0c004a3601977f",
          "3c398e599db47ed0a49a48d3fd742db451edd2a42a87824b11b46a1547fad6a7");

  private static final Set<String> VARIABLES =
      Set.of(
          "errorcode",
          "lasterror",
          "troubleshootinfo",
          "errordescription",
          "errormsg",
          "erroroutput",
          "successoutput",
          "runningoutput",
          "counter",
          "shouldcontinue");

  private ScriptCommands() {}

  /**
   * A command that no published script has.
   *
   * @param line counted from 1
   * @param text its beginning, without a possible blob
   */
  public record Unknown(int line, String text) {}

  /** The commands that no published script has, in order. */
  public static List<Unknown> unknown(String script) {
    List<Unknown> unknown = new ArrayList<>();
    int number = 0;
    for (String text : script.replace("\r", "").split("\n", -1)) {
      number++;
      Optional<String> strange = strange(text.strip());
      if (strange.isPresent()) {
        unknown.add(new Unknown(number, shown(strange.get())));
      }
    }
    return unknown;
  }

  private static Optional<String> strange(String text) {
    if (text.startsWith(":")) {
      return Optional.empty();
    }
    ScriptLine line = ScriptLine.read(text);
    if (!line.plain()
        || line.files().stream().anyMatch(file -> !file.equals("nul") && !SCRATCH.contains(file))) {
      return Optional.of(text);
    }
    return line.commands().stream().filter(command -> !known(command)).findFirst();
  }

  private static boolean known(String text) {
    String command = inner(text);
    String folded = Words.single(command).toLowerCase(Locale.ROOT);
    if (folded.isEmpty() || WHOLE.contains(bare(folded))) {
      return true;
    }
    List<String> words = Words.of(folded);
    String program = program(words.getFirst());
    if (TALK.contains(program)) {
      return true;
    }
    return switch (program) {
      case "set" -> variable(folded) || DIGESTS.contains(Sha256.of(folded).hex());
      case "reg" -> RegistryCommand.known(command);
      case "find" -> words.size() == 3 && words.get(1).equals("/i");
      case "eventcreate" -> folded.contains(" /l application /so wdatpo");
      case "%powershellpath%" -> DIGESTS.contains(Sha256.of(folded).hex());
      default -> false;
    };
  }

  /** The command after parentheses, {@code else} and {@code if} with its condition. */
  private static String inner(String text) {
    String rest = text;
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      if (rest.startsWith("(") || rest.startsWith(")") || rest.startsWith("@")) {
        rest = rest.substring(1).strip();
      } else if (Words.first(rest).equalsIgnoreCase("else")) {
        rest = rest.substring("else".length()).strip();
      } else if (Words.first(rest).equalsIgnoreCase("if")) {
        rest = Words.afterCondition(rest.substring("if".length()).strip());
      }
    }
    return rest;
  }

  private static String program(String word) {
    String name = word.startsWith(SYSTEM) ? word.substring(SYSTEM.length()) : word;
    return name.endsWith(".exe") ? name.substring(0, name.length() - ".exe".length()) : name;
  }

  private static String bare(String folded) {
    int end = folded.indexOf(' ');
    return end < 0 || folded.startsWith("\"")
        ? folded
        : program(folded.substring(0, end)) + folded.substring(end);
  }

  /**
   * Accepts {@code set name=value}, {@code set "name=value"}, {@code set /a name=value}. A value
   * that contains the end of a command would end one wherever the variable is used.
   */
  private static boolean variable(String folded) {
    if (folded.chars().anyMatch(c -> "^&|<>".indexOf(c) >= 0)) {
      return false;
    }
    String rest = folded.substring("set".length()).strip();
    if (rest.startsWith("/a ") || rest.startsWith("/p ")) {
      rest = rest.substring(3).strip();
    }
    if (rest.startsWith("\"")) {
      rest = rest.substring(1);
    }
    int equals = rest.indexOf('=');
    return equals > 0 && VARIABLES.contains(rest.substring(0, equals));
  }

  /** The text up to the place where a blob could begin. */
  private static String shown(String text) {
    int brace = text.indexOf('{');
    String plain = (brace < 0 ? text : text.substring(0, brace)).strip();
    String safe = plain.replaceAll("[^\\x20-\\x7e]", "?");
    return safe.length() > LONGEST || brace >= 0
        ? safe.substring(0, Math.min(LONGEST, safe.length())) + "..."
        : safe;
  }
}
