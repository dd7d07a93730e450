package dev.garrison.payload;

/** Facts about a package in addition to its bytes. Not every kind has every fact. */
public enum Fact {
  VERSION("version", "version"),
  PRODUCT_NAME("productName", "product"),
  PRODUCT_VERSION("productVersion", "product version"),
  PRODUCT_CODE("productCode", "product code"),
  UPGRADE_CODE("upgradeCode", "upgrade code"),
  ARCHITECTURE("architecture", "architecture"),
  TENANT("tenant", "tenant"),
  CONNECTIVITY("connectivity", "connectivity"),
  GEOGRAPHY("geography", "geography"),
  DATACENTER("datacenter", "data center"),
  PACKAGE_GUID("packageGuid", "package GUID"),
  BLOB("blob", "blob"),
  PROVEN("proven", "proven"),
  PACKAGE_KIND("packageKind", "package kind"),
  EXPIRES("expires", "expires"),
  PARAMETERS("parameters", "parameters");

  private final String key;
  private final String label;

  Fact(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** Name of the fact in JSON. */
  public String key() {
    return key;
  }

  /** Name of the fact on screens. */
  public String label() {
    return label;
  }
}
