package dev.garrison.probe.site;

import dev.garrison.language.Text;
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
  SITE("secured.site", "SMS_Site", OptionalLong.empty()),
  COLLECTION("secured.collection", "SMS_Collection", OptionalLong.of(1)),
  APPLICATION("secured.application", "SMS_Application", OptionalLong.of(31)),
  POINT_GROUP(
      "secured.distribution-point-group", "SMS_DistributionPointGroup", OptionalLong.empty()),
  POINT("secured.distribution-point", "SMS_DistributionPointInfo", OptionalLong.empty()),
  CLIENT_SETTING("secured.client-agent-setting", "SMS_ClientSettings", OptionalLong.empty()),
  SOFTWARE_UPDATE("secured.software-updates", "SMS_SoftwareUpdate", OptionalLong.empty()),
  UPDATE_GROUP("secured.software-update-group", "SMS_AuthorizationList", OptionalLong.empty()),
  SCRIPT("secured.sms-scripts", "SMS_Scripts", OptionalLong.empty());

  private final String key;
  private final String className;
  private final OptionalLong number;

  Secured(String key, String className, OptionalLong number) {
    this.key = key;
    this.className = className;
    this.number = number;
  }

  /** Name in the console. */
  Text consoleName() {
    return Text.of(key);
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
