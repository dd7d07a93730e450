package dev.garrison.payload;

import dev.garrison.language.Text;

/** Facts about a package in addition to its bytes. Not every kind has every fact. */
public enum Fact {
  VERSION("version", "package-fact.version"),
  PRODUCT_NAME("productName", "package-fact.product-name"),
  PRODUCT_VERSION("productVersion", "package-fact.product-version"),
  PRODUCT_CODE("productCode", "package-fact.product-code"),
  UPGRADE_CODE("upgradeCode", "package-fact.upgrade-code"),
  ARCHITECTURE("architecture", "package-fact.architecture"),
  TENANT("tenant", "package-fact.tenant"),
  CONNECTIVITY("connectivity", "package-fact.connectivity"),
  GEOGRAPHY("geography", "package-fact.geography"),
  DATACENTER("datacenter", "package-fact.datacenter"),
  PACKAGE_GUID("packageGuid", "package-fact.package-guid"),
  BLOB("blob", "package-fact.blob"),
  PROVEN("proven", "package-fact.proven"),
  PACKAGE_KIND("packageKind", "package-fact.package-kind"),
  EXPIRES("expires", "package-fact.expires"),
  PARAMETERS("parameters", "package-fact.parameters");

  private final String key;
  private final String label;

  /**
   * @param label key of its name on screens
   */
  Fact(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** Name of the fact in JSON. */
  public String key() {
    return key;
  }

  /** Name of the fact on screens. */
  public Text label() {
    return Text.of(label);
  }
}
