package dev.garrison.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Work that cannot go on, for reasons the user can do something about. Carries at least one error.
 */
public final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public RefusalException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    if (diagnostics.isEmpty()) {
      throw new IllegalArgumentException("a refusal needs a reason");
    }
    this.diagnostics = List.copyOf(diagnostics);
  }

  public RefusalException(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  /** As {@link #RefusalException(Diagnostic)}, keeping the cause for {@code --debug}. */
  public RefusalException(Diagnostic diagnostic, Throwable cause) {
    this(List.of(diagnostic));
    initCause(cause);
  }

  /** The reasons, in the order in which they should be read. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
