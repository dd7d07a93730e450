package dev.garrison.lab.wsus.soap;

/**
 * Signals that the server refuses a request.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-wsusar/">[MS-WSUSAR]</a>
 */
public final class ServerFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String WSUS = "Microsoft.UpdateServices.Administration.";

  private final String type;
  private final boolean handled;

  private ServerFault(String type, String message, boolean handled) {
    super(message, null, false, false);
    this.type = type;
    this.handled = handled;
  }

  /** Refuses because an object does not exist. */
  public static ServerFault notFound(String message) {
    return new ServerFault(WSUS + "WsusObjectNotFoundException", message, true);
  }

  /** Refuses because an object of this name already exists. */
  public static ServerFault exists(String message) {
    return new ServerFault(WSUS + "WsusObjectAlreadyExistsException", message, true);
  }

  /** Refuses because a value is not possible. */
  public static ServerFault invalid(String message) {
    return new ServerFault(WSUS + "WsusInvalidDataException", message, true);
  }

  /** Refuses because an operation is not possible now, or here. */
  public static ServerFault invalidOperation(String message) {
    return new ServerFault("System.InvalidOperationException", message, true);
  }

  /** Refuses because an argument is missing or wrong. */
  public static ServerFault argument(String type, String message) {
    return new ServerFault("System." + type, message, true);
  }

  /** Signals an exception that the server did not handle. */
  public static ServerFault unhandled(String type, String message) {
    return new ServerFault(type, message, false);
  }

  /** Name of the .NET type. */
  public String type() {
    return type;
  }

  /** The assembly of that type, as .NET names it. */
  public String assembly() {
    return type.startsWith(WSUS)
        ? "Microsoft.UpdateServices.Administration, Version=4.0.0.0, Culture=neutral,"
            + " PublicKeyToken=31bf3856ad364e35"
        : "mscorlib, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089";
  }

  /** Whether the server puts it into the detail of the fault. */
  public boolean handled() {
    return handled;
  }

  /** Message in the server's language. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
