package dev.garrison.mecm.script;

import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Site data about the devices on which a script must run. Properties that the site does not offer
 * are not requested, and are missing in the rows.
 */
public final class ScriptTargets {
  /** Property with the code of the client's own site, in rows of {@link #devices}. */
  public static final String SITE = "SiteCode";

  /** Property with the domain as the client reported it, in rows of {@link #devices}. */
  public static final String DOMAIN = "Domain";

  /** Property with the full names, in rows of {@link #names}. */
  public static final String NAMES = "ResourceNames";

  private static final String DEVICES = "SMS_CombinedDeviceResources";
  private static final String SYSTEMS = "SMS_R_System";
  private static final String KEY = "ResourceID";

  private final AdminService service;

  public ScriptTargets(AdminService service) {
    this.service = service;
  }

  /** Site classes, properties and methods that this class relies on. */
  public static Assumption assumption() {
    return Assumption.NONE
        .optional(DEVICES + "." + SITE, Text.of("server-test.no-site").toString())
        .optional(DEVICES + "." + DOMAIN, Text.of("server-test.no-domain").toString())
        .optional(SYSTEMS + "." + NAMES, Text.of("server-test.no-names").toString());
  }

  /** Site and domain by resource number. */
  public Map<Long, Row> devices(Collection<Long> ids) {
    return rows(DEVICES, ids, SITE, DOMAIN);
  }

  /** Full names by resource number. */
  public Map<Long, Row> names(Collection<Long> ids) {
    return rows(SYSTEMS, ids, NAMES);
  }

  private Map<Long, Row> rows(String className, Collection<Long> ids, String... properties) {
    String[] offered =
        Stream.of(properties)
            .filter(property -> service.capabilities().offers(className + "." + property))
            .toArray(String[]::new);
    Map<Long, Row> rows = new HashMap<>();
    if (offered.length > 0) {
      ODataQuery query = ODataQuery.of(className).keys(KEY).select(offered);
      for (ODataFilter some : ODataFilter.batches(KEY, ids)) {
        service.query(
            query.where(some),
            node -> {
              Row row = new Row(node);
              rows.put(row.numberKey(KEY), row);
            });
      }
    }
    return rows;
  }
}
