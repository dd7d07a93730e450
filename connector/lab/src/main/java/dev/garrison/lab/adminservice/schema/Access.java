package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Write access to a property. */
public enum Access {
  /** Create and replace may set it. */
  @JsonProperty("write")
  WRITE,
  /** Only create may set it; replace may repeat it unchanged. */
  @JsonProperty("create")
  CREATE,
  /** Read-only in the class, yet working code sends it; what the server knows stands. */
  @JsonProperty("ignored")
  IGNORED,
  /** Sending it is refused. */
  @JsonProperty("read-only")
  READ_ONLY
}
