package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Degree of certainty of a fact. */
public enum Mark {
  /** Microsoft's documentation or samples say so. */
  @JsonProperty("documented")
  DOCUMENTED("documented"),
  /** Somebody published what a real site answered. */
  @JsonProperty("recorded")
  RECORDED("recorded"),
  /** Public code does it and takes it for success. */
  @JsonProperty("working-code")
  WORKING_CODE("working code"),
  /** Concluded by us; nobody public shows it. */
  @JsonProperty("inferred")
  INFERRED("inferred");

  private final String words;

  Mark(String words) {
    this.words = words;
  }

  /** The mark as people read it. */
  public String words() {
    return words;
  }
}
