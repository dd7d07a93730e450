package dev.garrison.probe.site;

import dev.garrison.mecm.odata.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Kinds of objects that security roles protect, by the names of the console and of the SMS
 * Provider. Numbers are given only where Microsoft documents them: 1 on the page of
 * SMS_APermission, 31 on that of SMS_RoleInObjectType. Others are found by the name that the site
 * gives them, or not at all.
 */
enum Secured {
  SITE("Site", "SMS_Site", OptionalLong.empty()),
  COLLECTION("Collection", "SMS_Collection", OptionalLong.of(1)),
  APPLICATION("Application", "SMS_Application", OptionalLong.of(31)),
  POINT_GROUP("Distribution Point Group", "SMS_DistributionPointGroup", OptionalLong.empty()),
  POINT("Distribution Point", "SMS_DistributionPointInfo", OptionalLong.empty()),
  CLIENT_SETTING("Client Agent Setting", "SMS_ClientSettings", OptionalLong.empty()),
  SOFTWARE_UPDATE("Software Updates", "SMS_SoftwareUpdate", OptionalLong.empty()),
  UPDATE_GROUP("Software Update Group", "SMS_AuthorizationList", OptionalLong.empty()),
  SCRIPT("SMS Scripts", "SMS_Scripts", OptionalLong.empty());

  private final String consoleName;
  private final String className;
  private final OptionalLong number;

  Secured(String consoleName, String className, OptionalLong number) {
    this.consoleName = consoleName;
    this.className = className;
    this.number = number;
  }

  String consoleName() {
    return consoleName;
  }

  /** Site's row of this kind, if it can be identified without guessing. */
  Optional<Row> among(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.text("ObjectTypeName").equalsIgnoreCase(className))
        .findFirst()
        .or(() ->
            rows.stream()
                .filter(row -> number.isPresent() && row.number("ObjectTypeID").equals(number))
                .findFirst());
  }
}
