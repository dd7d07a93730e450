package dev.garrison.payload.powershell;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern FUNCTION =
      Pattern.compile("(?im)^function\\s+Measure-Process\\b(?:(?!^function\\s)[^\\r\\n]*\\R?)*+");
  private static final Pattern BY_NAME =
      Pattern.compile("(?i)(?<![\\w\\\\-])Start-Process\\s+@(\\w{1,64})");
  private static final Pattern CALL =
      Pattern.compile(
          "(?i)Measure-Process\\s+-FilePath\\b[^\\r\\n]{0,200}'msiexec\\.exe'[^\\r\\n]{0,200}-ArgumentList\\b");

  /** Ways to start a program, or Windows Installer without one. */
  private static final List<String> STARTS =
      List.of(
          "msiexec",
          "windowsinstaller",
          "win32_product",
          "start-process",
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
    String text = withoutComments(script);
    String lower = text.toLowerCase(Locale.ROOT);
    if (STARTS.stream().noneMatch(lower::contains)) {
      return true;
    }
    return count(lower, "start-process") == 1
        && OTHERWISE.stream().noneMatch(lower::contains)
        && CALL.matcher(text).results().count() == count(lower, "'msiexec.exe'")
        && CALL.matcher(text).find()
        && isCalledByName(text);
  }

  private static boolean isCalledByName(String text) {
    Matcher function = FUNCTION.matcher(text);
    if (!function.find()) {
      return false;
    }
    String body = function.group();
    Matcher call = BY_NAME.matcher(body);
    if (!call.find()) {
      return false;
    }
    String parameters = Pattern.quote("$" + call.group(1));
    return Pattern.compile("(?is)" + parameters + "\\s*=\\s*@\\{[^}]{0,2000}?\\bFilePath\\s*=")
            .matcher(body)
            .find()
        && Pattern.compile("(?i)" + parameters + "\\.ArgumentList\\s*=").matcher(body).find();
  }

  private static String withoutComments(String script) {
    return script.replaceAll("(?s)<#.*?#>", "").replaceAll("(?m)^\\s*#.*$", "");
  }

  private static int count(String text, String word) {
    int count = 0;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      count++;
    }
    return count;
  }
}
