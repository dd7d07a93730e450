package dev.garrison.diagnostic;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Work that cannot continue, for reasons that the user can fix. Carries at least one error. A port
 * may extend it with details that its callers need to decide.
 */
public class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public RefusalException(List<Diagnostic> diagnostics) {
    this(diagnostics, null);
  }

  public RefusalException(Diagnostic diagnostic) {
    this(List.of(diagnostic), null);
  }

  /** Refuses for one reason and keeps the cause for {@code --debug}. */
  public RefusalException(Diagnostic diagnostic, Throwable cause) {
    this(List.of(diagnostic), cause);
  }

  private RefusalException(List<Diagnostic> diagnostics, @Nullable Throwable cause) {
    super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")), cause);
    if (diagnostics.isEmpty()) {
      throw new IllegalArgumentException("a refusal needs a reason");
    }
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** The reasons, in the order in which they should be read. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
