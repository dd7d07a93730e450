package dev.garrison.windowsservice;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Account of a service, as the service control manager writes it.
 *
 * @param name {@code DOMAIN\NAME}, {@code NAME@DOMAIN}, {@code .\NAME}, or an account of Windows
 *     such as {@code LocalSystem}; a managed account ends with {@code $}
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-createservicew">CreateServiceW,
 *     lpServiceStartName</a>
 */
public record ServiceAccount(String name) {
  private static final Set<String> OF_WINDOWS =
      Set.of(
          "localsystem",
          "nt authority\\system",
          "nt authority\\localservice",
          "nt authority\\local service",
          "nt authority\\networkservice",
          "nt authority\\network service");

  public ServiceAccount {
    boolean named =
        name.matches("[^\\\\@\\p{Cc}]+\\\\[^\\\\@\\p{Cc}]+|[^\\\\@\\p{Cc}]+@[^\\\\@\\p{Cc}]+");
    if (!named && !isOfWindows(name)) {
      throw new RefusalException(
          Diagnostic.error(
              WindowsServiceCode.SERVICE_ACCOUNT_UNKNOWN,
              Message.of("windows-service.account-form", "account", name)));
    }
  }

  /** Whether it is one of Windows' own, which may log on as a service and has no password. */
  public boolean isOfWindows() {
    return isOfWindows(name);
  }

  private static boolean isOfWindows(String name) {
    return OF_WINDOWS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether Windows itself keeps the password, as of a group managed service account. */
  public boolean isManaged() {
    return name.replaceFirst("@.*", "").endsWith("$");
  }

  /**
   * The name by which Windows looks it up. LocalSystem, and {@code .} for this computer, are known
   * to the service manager only; a name alone is looked for on this computer first.
   */
  String lookedUp() {
    if (name.equalsIgnoreCase("LocalSystem")) {
      return "NT AUTHORITY\\SYSTEM";
    }
    return name.startsWith(".\\") ? name.substring(2) : name;
  }

  /** Whether a service with this account needs a password. */
  public boolean needsPassword() {
    return !isOfWindows() && !isManaged();
  }

  /** Problem of this account with a password, or without one; empty where there is none. */
  Optional<Diagnostic> objection(boolean password) {
    if (needsPassword() && !password) {
      return Optional.of(
          Diagnostic.error(
              WindowsServiceCode.SERVICE_PASSWORD_MISSING,
              Message.of("windows-service.password-missing", "account", name)));
    }
    if (!needsPassword() && password) {
      return Optional.of(
          Diagnostic.error(
              WindowsServiceCode.SERVICE_PASSWORD_UNWANTED,
              Message.of("windows-service.password-unwanted", "account", name)));
    }
    return Optional.empty();
  }
}
