package dev.garrison.share;

import dev.garrison.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Failure of a content share; the only kind of exception that shares throw. */
public final class ContentShareException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Kind of failure, with its message for people. */
  public enum Kind {
    NOT_FOUND(
        ContentCode.CONTENT_NOT_FOUND,
        "it is not there",
        "Check the address in content.publishTo; the share itself must exist."),
    ACCESS_DENIED(
        ContentCode.CONTENT_ACCESS_DENIED,
        "access is denied",
        "Give the publishing account the right to change this folder, in the share's permissions"
            + " and in the file system."),
    FULL(
        ContentCode.CONTENT_SHARE_FULL,
        "the share is full",
        "Free space there and run the command again: what has arrived whole is not sent again."),
    READ_ONLY(
        ContentCode.CONTENT_SHARE_READ_ONLY,
        "the share is read-only",
        "Publish to a share that the publishing account may change."),
    GONE(
        ContentCode.CONTENT_SHARE_GONE,
        "the share went away in the middle",
        "Run the command again when it is back: no half version is visible, and sending goes on"
            + " where it was cut off."),
    LOGON_FAILED(
        ContentCode.CONTENT_LOGON_FAILED,
        "the server refused the user name or password",
        "Check the content credentials. A logon that the server turns into a guest is refused"
            + " too."),
    UNREACHABLE(
        ContentCode.CONTENT_SHARE_UNREACHABLE,
        "the server does not answer",
        "Check the host name, the port (445 unless stated) and the firewall in between."),
    SIGNING_REFUSED(
        ContentCode.CONTENT_SIGNING_REFUSED,
        "the connection is not signed as it must be",
        "Let the server sign (SMB 2.1 or later, no guest); if it does, something in between"
            + " changes what is sent."),
    ALTERED(
        ContentCode.CONTENT_ANSWER_ALTERED,
        "an answer was altered on its way",
        "Something between this computer and the server changes what passes: a WAN accelerator, a"
            + " device that looks into SMB, or somebody. Find out what. Nothing that was altered"
            + " was used."),
    ENCRYPTION_DEMANDED(
        ContentCode.CONTENT_ENCRYPTION_DEMANDED,
        "the server demands encryption, which jcifs-ng cannot do",
        "Set content.smb to auto."),
    PROTOCOL_TOO_OLD(
        ContentCode.CONTENT_PROTOCOL_TOO_OLD,
        "the server speaks no SMB from 2.1 to 3.1.1",
        "Turn SMB 2.1 or later on at the server. SMB 1 and 2.0 are never used."),
    RIGHTS_UNSUPPORTED(
        ContentCode.CONTENT_RIGHTS_UNSUPPORTED,
        "there are no access lists that could be read or set here",
        "On an SMB share, set content.smb to auto: jcifs-ng cannot set access lists. Look at the rights"
            + " of a folder of this machine with its own tools."),
    RIGHTS_NOT_KEPT(
        ContentCode.CONTENT_RIGHTS_NOT_KEPT,
        "the rights were put back as they were",
        "Look at the SIDs that were given, and at what the file server does with access lists."),
    HELD(
        ContentCode.CONTENT_HELD,
        "somebody else is writing there",
        "Wait until the other one has finished, then run the command again."),
    EXISTS(
        ContentCode.CONTENT_EXISTS,
        "something is there already",
        "Nothing was overwritten. Find out who put it there, and remove it or choose another"
            + " folder."),
    DIGEST_DIFFERS(
        ContentCode.CONTENT_DIGEST_DIFFERS,
        "what the share gives back is not what was sent",
        "Check the share's disk and what lies in between (virus scanners, WAN accelerators), then"
            + " run the command again."),
    SOURCE_UNREADABLE(
        ContentCode.CONTENT_SOURCE_UNREADABLE,
        "the file to send could not be read as it was inspected",
        "Check that file on this machine and run the command again."),
    INTERRUPTED(
        ContentCode.CONTENT_INTERRUPTED,
        "it was interrupted",
        "Run the command again: sending goes on where it stopped."),
    OTHER(
        ContentCode.CONTENT_SHARE_FAILED,
        "the share failed",
        "Look into the server's log at this time, then run the command again.");

    private final ContentCode code;
    private final String reason;
    private final String remedy;

    Kind(ContentCode code, String reason, String remedy) {
      this.code = code;
      this.reason = reason;
      this.remedy = remedy;
    }
  }

  private final Kind kind;
  private final String path;
  private final transient Diagnostic diagnostic;

  /**
   * Creates a failure.
   *
   * @param kind the kind of failure
   * @param doing the verb, for example {@code "write"}
   * @param path the full address of the file or folder
   * @param detail further facts; empty if there are none
   */
  public ContentShareException(
      Kind kind, String doing, String path, String detail, @Nullable Throwable cause) {
    super(
        "Could not "
            + doing
            + " '"
            + path
            + "': "
            + kind.reason
            + (detail.isEmpty() ? "" : " (" + detail + ")"),
        cause);
    this.kind = kind;
    this.path = path;
    this.diagnostic = Diagnostic.error(kind.code, getMessage() + ".", kind.remedy);
  }

  /**
   * Creates a failure with its own diagnostic, such as the reason why there is no ticket.
   *
   * @param path the full address of the file or folder
   */
  public ContentShareException(Kind kind, String path, Diagnostic diagnostic, Throwable cause) {
    super(diagnostic.problem().replaceFirst("\\.$", ""), cause);
    this.kind = kind;
    this.path = path;
    this.diagnostic = diagnostic;
  }

  /** The kind of failure. */
  public Kind kind() {
    return kind;
  }

  /** The full address of the file or folder. */
  public String path() {
    return path;
  }

  /** The failure as a diagnostic, for people. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
