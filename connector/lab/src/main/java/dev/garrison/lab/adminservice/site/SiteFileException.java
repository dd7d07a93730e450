package dev.garrison.lab.adminservice.site;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Optional;

/** Signals a site file that a user changed and that cannot be read. */
public final class SiteFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final transient Optional<String> unknownKey;

  SiteFileException(JsonProcessingException cause) {
    super(reason(cause), cause);
    JsonLocation where = cause.getLocation();
    this.line = where == null ? 1 : Math.max(1, where.getLineNr());
    this.unknownKey =
        cause instanceof UnrecognizedPropertyException unknown
            ? Optional.of(unknown.getPropertyName())
            : Optional.empty();
  }

  /** The first line of what the cause says: that of the lab itself, otherwise of the library. */
  private static String reason(JsonProcessingException cause) {
    String text =
        cause.getCause() instanceof IllegalArgumentException own && own.getMessage() != null
            ? own.getMessage()
            : cause.getOriginalMessage();
    return text.lines().findFirst().orElse("");
  }

  /** Line of the file, counted from 1. */
  public int line() {
    return line;
  }

  /** Key that no site file has, if that is the cause. */
  public Optional<String> unknownKey() {
    return unknownKey;
  }
}
