package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Write access to a property. */
public enum Access {
  /** Create and replace can set it. */
  @JsonProperty("write")
  WRITE,
  /** Only create can set it; replace can repeat it unchanged. */
  @JsonProperty("create")
  CREATE,
  /** Read-only in the class, but working code sends it; the sent value is ignored. */
  @JsonProperty("ignored")
  IGNORED,
  /** A body that sets it is refused. */
  @JsonProperty("read-only")
  READ_ONLY
}
