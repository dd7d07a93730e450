package dev.garrison.lab.adminservice.schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Degree of certainty of a fact. */
public enum Mark {
  /** Documentation or samples of Microsoft state it. */
  @JsonProperty("documented")
  DOCUMENTED("documented"),
  /** A published answer of a real site shows it. */
  @JsonProperty("recorded")
  RECORDED("recorded"),
  /** Public code does it, and treats it as a success. */
  @JsonProperty("working-code")
  WORKING_CODE("working code"),
  /** This project concluded it; no public source shows it. */
  @JsonProperty("inferred")
  INFERRED("inferred");

  private final String words;

  Mark(String words) {
    this.words = words;
  }

  /** Text of the mark for readers. */
  public String words() {
    return words;
  }
}
