package dev.garrison.payload.powershell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The call of {@code msiexec} in {@code install.ps1}. The script never adds {@code /norestart}, so
 * Windows Installer may restart a server. A caller can add it as long as the one place that starts
 * programs calls {@code Start-Process} by its plain name, because PowerShell finds a function of
 * that name before the cmdlet. A later version may call otherwise.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/msi/reboot">REBOOT property</a>
 * @see <a href="https://github.com/microsoft/mdefordownlevelserver">install.ps1</a>
 */
final class InstallCall {
  private static final String FUNCTION = "function ";
  private static final String STARTER = "function measure-process";
  private static final String START = "start-process";
  private static final String BY_NAME = " start-process @";
  private static final String INSTALLER = "'msiexec.exe'";

  /** Ways to start a program, or Windows Installer without one. */
  private static final List<String> STARTS =
      List.of(
          "msiexec",
          "windowsinstaller",
          "win32_product",
          START,
          "diagnostics.process",
          "invoke-expression",
          "invoke-cimmethod",
          "& ");

  /** Ways around the function of the caller. */
  private static final List<String> OTHERWISE =
      List.of(
          "& msiexec",
          "& 'msiexec",
          "& \"msiexec",
          "\"msiexec.exe\"",
          "diagnostics.process]",
          ".installproduct(",
          ".configureproduct(",
          "win32_product");

  private InstallCall() {}

  /** Whether a caller can keep Windows Installer from restarting the server. */
  static boolean isRecognised(String script) {
    List<String> code = code(script);
    if (code.stream().noneMatch(line -> holds(line, STARTS))) {
      return true;
    }
    return code.stream().filter(line -> line.contains(START)).count() == 1
        && code.stream().noneMatch(line -> holds(line, OTHERWISE))
        && code.stream().anyMatch(line -> line.contains(INSTALLER))
        && code.stream()
            .filter(line -> line.contains(INSTALLER))
            .allMatch(line ->
                line.contains("measure-process -filepath") && line.contains("-argumentlist"))
        && isCalledByName(starter(code));
  }

  private static boolean holds(String line, List<String> words) {
    return words.stream().anyMatch(line::contains);
  }

  /** Lines in lower case, without comments, each behind one blank. */
  private static List<String> code(String script) {
    List<String> code = new ArrayList<>();
    boolean comment = false;
    for (String line : script.lines().toList()) {
      String text = line.strip().toLowerCase(Locale.ROOT);
      if (comment || text.startsWith("<#")) {
        comment = !text.contains("#>");
      } else if (!text.startsWith("#")) {
        code.add(" " + text);
      }
    }
    return code;
  }

  /** Lines of the function that starts programs. */
  private static List<String> starter(List<String> code) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : code) {
      if (line.strip().startsWith(FUNCTION)) {
        inside = line.strip().startsWith(STARTER);
      }
      if (inside) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static boolean isCalledByName(List<String> function) {
    return function.stream()
        .filter(line -> line.contains(BY_NAME))
        .map(line -> "$" + word(line, line.indexOf(BY_NAME) + BY_NAME.length()))
        .anyMatch(parameters ->
            function.stream().anyMatch(line -> line.contains(parameters + " = @{"))
                && function.stream().anyMatch(line -> line.strip().startsWith("filepath "))
                && function.stream()
                    .anyMatch(line -> line.contains(parameters + ".argumentlist = ")));
  }

  private static String word(String line, int from) {
    int to = from;
    while (to < line.length() && Character.isLetterOrDigit(line.charAt(to))) {
      to++;
    }
    return line.substring(from, to);
  }
}
