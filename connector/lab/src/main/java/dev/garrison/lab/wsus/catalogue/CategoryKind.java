package dev.garrison.lab.wsus.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kind of a category. */
public enum CategoryKind {
  /** A company. */
  @JsonProperty("Company")
  COMPANY("Company"),
  /** A family of products. */
  @JsonProperty("ProductFamily")
  FAMILY("ProductFamily"),
  /** A product. */
  @JsonProperty("Product")
  PRODUCT("Product"),
  /** A classification. */
  @JsonProperty("UpdateClassification")
  CLASSIFICATION("UpdateClassification");

  private final String text;

  CategoryKind(String text) {
    this.text = text;
  }

  /** Text as rows and update XML spell it. */
  public String text() {
    return text;
  }
}
