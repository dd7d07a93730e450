package dev.garrison.share;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.language.TextFailure;
import org.jspecify.annotations.Nullable;

/** Failure of a content share; the only kind of exception that shares throw. */
public final class ContentShareException extends RuntimeException implements TextFailure {
  private static final long serialVersionUID = 1L;

  /** Kind of failure, with its reason and its fix for people. */
  public enum Kind {
    NOT_FOUND(ContentCode.CONTENT_NOT_FOUND, "share.not-found"),
    ACCESS_DENIED(ContentCode.CONTENT_ACCESS_DENIED, "share.access-denied"),
    FULL(ContentCode.CONTENT_SHARE_FULL, "share.full"),
    READ_ONLY(ContentCode.CONTENT_SHARE_READ_ONLY, "share.read-only"),
    GONE(ContentCode.CONTENT_SHARE_GONE, "share.gone"),
    LOGON_FAILED(ContentCode.CONTENT_LOGON_FAILED, "share.logon-failed"),
    UNREACHABLE(ContentCode.CONTENT_SHARE_UNREACHABLE, "share.unreachable"),
    SIGNING_REFUSED(ContentCode.CONTENT_SIGNING_REFUSED, "share.signing-refused"),
    ALTERED(ContentCode.CONTENT_ANSWER_ALTERED, "share.altered"),
    ENCRYPTION_DEMANDED(ContentCode.CONTENT_ENCRYPTION_DEMANDED, "share.encryption-demanded"),
    PROTOCOL_TOO_OLD(ContentCode.CONTENT_PROTOCOL_TOO_OLD, "share.protocol-too-old"),
    RIGHTS_UNSUPPORTED(ContentCode.CONTENT_RIGHTS_UNSUPPORTED, "share.rights-unsupported"),
    RIGHTS_NOT_KEPT(ContentCode.CONTENT_RIGHTS_NOT_KEPT, "share.rights-not-kept"),
    HELD(ContentCode.CONTENT_HELD, "share.held"),
    EXISTS(ContentCode.CONTENT_EXISTS, "share.exists"),
    DIGEST_DIFFERS(ContentCode.CONTENT_DIGEST_DIFFERS, "share.digest-differs"),
    SOURCE_UNREADABLE(ContentCode.CONTENT_SOURCE_UNREADABLE, "share.source-unreadable"),
    INTERRUPTED(ContentCode.CONTENT_INTERRUPTED, "share.interrupted"),
    OTHER(ContentCode.CONTENT_SHARE_FAILED, "share.other");

    private final ContentCode code;
    private final String key;

    Kind(ContentCode code, String key) {
      this.code = code;
      this.key = key;
    }

    private Message message() {
      return Message.of(key);
    }
  }

  private final Kind kind;
  private final String path;
  private final transient Diagnostic diagnostic;

  /**
   * Creates a failure.
   *
   * @param kind the kind of failure
   * @param doing the operation, for example {@code "write"}, as {@code share.operation} knows it
   * @param path the full address of the file or folder
   * @param detail further facts as others reported them; empty if there are none
   */
  public ContentShareException(
      Kind kind, String doing, String path, String detail, @Nullable Throwable cause) {
    this(
        kind,
        path,
        detail.isEmpty()
            ? diagnostic(
                kind,
                Text.of(
                    "share.failure",
                    "operation",
                    operation(doing, path),
                    "reason",
                    kind.message().problem()))
            : detailed(kind, doing, path, Text.verbatim(detail)),
        cause);
  }

  /** Creates a failure with further facts. */
  public ContentShareException(
      Kind kind, String doing, String path, Text detail, @Nullable Throwable cause) {
    this(kind, path, detailed(kind, doing, path, detail), cause);
  }

  /**
   * Creates a failure with its own diagnostic, such as the reason why there is no ticket.
   *
   * @param path the full address of the file or folder
   */
  public ContentShareException(
      Kind kind, String path, Diagnostic diagnostic, @Nullable Throwable cause) {
    super(Text.clause(diagnostic.message().problem()).toString(), cause);
    this.kind = kind;
    this.path = path;
    this.diagnostic = diagnostic;
  }

  /**
   * The failure to lock a file that another process has locked.
   *
   * @param holder name of the other process, empty if not known
   */
  public static ContentShareException held(String path, String holder, @Nullable Throwable cause) {
    return holder.isEmpty()
        ? new ContentShareException(Kind.HELD, "hold", path, "", cause)
        : new ContentShareException(
            Kind.HELD, "hold", path, Text.of("share.held-by", "holder", holder), cause);
  }

  private static Text operation(String doing, String path) {
    return Text.of("share.operation", "doing", doing, "path", path);
  }

  private static Diagnostic detailed(Kind kind, String doing, String path, Text detail) {
    return diagnostic(
        kind,
        Text.of(
            "share.failure-detail",
            "operation",
            operation(doing, path),
            "reason",
            kind.message().problem(),
            "detail",
            detail));
  }

  private static Diagnostic diagnostic(Kind kind, Text problem) {
    return Diagnostic.error(kind.code, new Message(problem, kind.message().fix()));
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
  public Text words() {
    return Text.clause(diagnostic.message().problem());
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
